package dev.sluice.policy.proof;

import dev.sluice.policy.compile.GateQuestion;
import dev.sluice.policy.compile.PlanView;
import dev.sluice.policy.decision.Reason;
import dev.sluice.policy.evaluate.GateReach;
import dev.sluice.policy.evaluate.Outcomes;
import dev.sluice.policy.field.FieldDecision;
import dev.sluice.policy.field.FieldDecisions;
import dev.sluice.policy.field.FieldTree;
import dev.sluice.policy.model.Condition;
import dev.sluice.policy.model.Invariant;
import dev.sluice.policy.world.TooManyWorldsException;
import dev.sluice.policy.world.Worlds;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Looks through all worlds of one plan for one in which an invariant is broken. */
final class Search {

    private final Invariant invariant;
    private final PlanView view;
    private final Instant now;
    private final Worlds.Memory memory;
    private final Outcomes outcomes;
    private final List<GateQuestion> questions = new ArrayList<>();
    private final List<Integer> gates = new ArrayList<>();
    private final Map<BitSet, Optional<Broken>> known = new HashMap<>();
    private boolean asksWhen;

    Search(Invariant invariant, PlanView view, Instant now, Worlds.Memory memory) {
        this.invariant = invariant;
        this.view = view;
        this.now = now;
        this.memory = memory;
        this.outcomes = new Outcomes(view.plan());
    }

    /** A place that leaves though it should not. */
    private record Broken(PlanView.FieldView field, FieldDecision.Share decision) {}

    Optional<Counterexample> find() throws TooManyWorldsException {
        List<PlanView.FieldView> fields = fields();
        if (fields.isEmpty()) {
            return Optional.empty();
        }
        ask(fields);
        Worlds worlds = Worlds.of(view, questions, now, memory);
        do {
            Broken broken = broken(worlds, fields);
            if (broken != null) {
                return Optional.of(example(worlds, fields, broken));
            }
        } while (worlds.next());
        return Optional.empty();
    }

    /** One place for each class that the invariant speaks of. */
    private List<PlanView.FieldView> fields() {
        Map<Integer, PlanView.FieldView> byClass = new LinkedHashMap<>();
        for (PlanView.FieldView field : view.fields()) {
            if (Meeting.speaksOf(invariant, field, view)) {
                byClass.putIfAbsent(field.fieldClass(), field);
            }
        }
        return List.copyOf(byClass.values());
    }

    private void ask(List<PlanView.FieldView> fields) {
        BitSet relevant = new BitSet();
        fields.forEach(field -> relevant.or(GateReach.of(view.plan(), field.fieldClass())));
        relevant.stream().forEach(gate -> {
            gates.add(gate);
            questions.add(view.gates().get(gate));
        });
        Condition when = invariant.promise().when();
        asksWhen = when != null;
        if (when != null) {
            questions.add(view.holding(when));
        }
    }

    private @Nullable Broken broken(Worlds worlds, List<PlanView.FieldView> fields) {
        if (asksWhen && !worlds.open(questions.size() - 1)) {
            return null;
        }
        BitSet open = new BitSet();
        for (int k = 0; k < gates.size(); k++) {
            if (worlds.open(k)) {
                open.set(gates.get(k));
            }
        }
        return known.computeIfAbsent(open, vector -> broken(vector, fields)).orElse(null);
    }

    private Optional<Broken> broken(BitSet open, List<PlanView.FieldView> fields) {
        long[] vector = outcomes.vector(open);
        for (PlanView.FieldView field : fields) {
            FieldDecisions decisions = outcomes.decide(field.recordType(), vector);
            boolean leaves = decisions.leaves() || field.recordType() == FieldTree.NONE;
            if (leaves
                    && decisions.at(field.fieldClass()) instanceof FieldDecision.Share share
                    && FormLimit.breaks(share.form(), view, invariant.promise().limit())) {
                return Optional.of(new Broken(field, share));
            }
        }
        return Optional.empty();
    }

    private Counterexample example(Worlds worlds, List<PlanView.FieldView> fields, Broken broken) {
        Reason reason = view.plan().reasons().get(broken.decision().reason());
        return new Counterexample(
                worlds.customer(() -> broken(worlds, fields) != null),
                broken.field().path(),
                FormLimit.words(broken.decision().form(), view),
                String.valueOf(reason.rule()),
                String.valueOf(reason.location()));
    }
}
