package dev.sluice.policy.proof;

import dev.sluice.policy.compile.GateQuestion;
import dev.sluice.policy.compile.PlanView;
import dev.sluice.policy.condition.Term;
import dev.sluice.policy.diagnostic.Problems;
import dev.sluice.policy.diagnostic.SourceLocation;
import dev.sluice.policy.model.Condition;
import dev.sluice.policy.words.ConditionWords;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Finds conditions that tell nobody apart: true of no customer at all, or false of none. Those of partners are left out,
 * since they are written for partners to come, and so is a day that has passed.
 */
final class UselessConditions {

    private final List<PlanView> views;
    private final OpenGates gates;
    private final Map<SourceLocation, Found> found = new TreeMap<>();
    private final Map<Object, Found> known = new HashMap<>();

    /** @param views all plans of a bundle */
    UselessConditions(List<PlanView> views, OpenGates gates) {
        this.views = views;
        this.gates = gates;
    }

    /** @param canBeTrue of somebody, in some plan @param canBeFalse likewise */
    private record Found(Condition condition, String purpose, boolean canBeTrue, boolean canBeFalse) {

        Found or(Found other) {
            return new Found(condition, purpose, canBeTrue || other.canBeTrue, canBeFalse || other.canBeFalse);
        }

        boolean useless() {
            return !canBeTrue || !canBeFalse;
        }
    }

    void tell(Problems problems) {
        for (PlanView view : views) {
            // To ask a view something makes more gates there.
            List<GateQuestion> own = List.copyOf(view.gates());
            own.forEach(gate -> gate.conditions().forEach(one -> ask(one, view)));
        }
        found.values().stream()
                .filter(Found::useless)
                .filter(one -> one.condition().parts().stream().noneMatch(this::useless))
                .forEach(one -> tell(one, problems));
    }

    private boolean useless(Condition condition) {
        Found one = found.get(condition.location());
        return one != null && one.useless() || condition.parts().stream().anyMatch(this::useless);
    }

    private void ask(Condition condition, PlanView view) {
        condition.parts().forEach(part -> ask(part, view));
        if (ofCustomers(condition) && !asksForConsent(condition)) {
            Found here = known.computeIfAbsent(List.of(condition, view.catalogId()), key -> look(condition, view));
            found.merge(condition.location(), here, Found::or);
        }
    }

    private Found look(Condition condition, PlanView view) {
        Condition not = new Condition.Not(condition, condition.location());
        return new Found(
                condition,
                view.purpose(),
                gates.some(condition.location(), view, List.of(view.requiring(condition)), List.of()),
                condition instanceof Term term && term.mayBeOver()
                        || gates.some(condition.location(), view, List.of(view.requiring(not)), List.of()));
    }

    /** Whether it asks nothing about the partner. */
    static boolean ofCustomers(Condition condition) {
        boolean partner = condition instanceof Term term && term.ofPartner();
        return !partner && condition.parts().stream().allMatch(UselessConditions::ofCustomers);
    }

    private static boolean asksForConsent(Condition condition) {
        return condition instanceof Condition.Consent
                || condition.parts().stream().anyMatch(UselessConditions::asksForConsent);
    }

    private static void tell(Found one, Problems problems) {
        String words = ConditionWords.of(one.condition(), one.purpose());
        if (one.canBeTrue()) {
            problems.warning(
                    "condition-never-false",
                    one.condition().location(),
                    "this condition is false of no customer: " + words,
                    "remove it, or mend what it asks");
        } else {
            problems.warning(
                    "condition-never-true",
                    one.condition().location(),
                    "this condition is true of no customer" + (one.canBeFalse() ? ": " : ", nor false of one: ")
                            + words,
                    one.canBeFalse()
                            ? "remove it, or mend what it asks"
                            : "no catalog that it is asked of says where that stands");
        }
    }
}
