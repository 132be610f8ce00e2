package dev.sluice.policy.compile;

import dev.sluice.policy.diagnostic.SourceLocation;
import dev.sluice.policy.evaluate.Check;
import dev.sluice.policy.evaluate.PlanNotes.Leaf;
import dev.sluice.policy.model.Basis;
import dev.sluice.policy.model.Condition;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The single conditions that the gates of one plan are made of, compiled only where a report asks for them. */
final class LeafTable {

    private final List<Asked> asked = new ArrayList<>();

    private record Asked(@Nullable Basis basis, @Nullable Condition condition, String purpose) {}

    void add(Basis basis, String purpose) {
        asked.add(new Asked(basis, null, purpose));
    }

    void add(@Nullable Condition condition, String purpose) {
        if (condition == null) {
            return;
        }
        condition.parts().forEach(part -> add(part, purpose));
        if (condition.single()) {
            asked.add(new Asked(null, condition, purpose));
        }
    }

    List<Leaf> leaves(ConditionCompiler conditions) {
        List<Leaf> leaves = new ArrayList<>();
        for (Asked one : asked) {
            Condition condition = one.condition();
            Basis basis = one.basis();
            if (condition != null) {
                leaves.add(leaf(
                        condition.location(),
                        one,
                        conditions.compile(condition, one.purpose()).check()));
            } else if (basis != null) {
                conditions
                        .basis(basis, one.purpose())
                        .ifPresent(ground -> leaves.add(leaf(basis.location(), one, ground.check())));
            }
        }
        return leaves;
    }

    private static Leaf leaf(SourceLocation at, Asked asked, Check check) {
        return new Leaf(at, asked.purpose(), check);
    }
}
