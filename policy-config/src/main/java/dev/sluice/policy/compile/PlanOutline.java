package dev.sluice.policy.compile;

import java.util.function.Supplier;

/** The rules of a plan that is not made yet: enough to tell whether another is like it. */
public final class PlanOutline {

    private final PlanRules rules;
    private final Supplier<PlanView> view;

    PlanOutline(PlanRules rules, Supplier<PlanView> view) {
        this.rules = rules;
        this.view = view;
    }

    /** Equal for partners that get the same from a catalog for a purpose under the same conditions. */
    public Object likeness() {
        return rules.likeness();
    }

    /** Whether some rule in shadow would bind here. */
    public boolean shadowed() {
        return rules.shadowed();
    }

    /** The plan, with a class for all places of one fate. */
    public PlanView view() {
        return view.get();
    }
}
