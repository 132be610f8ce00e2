package dev.sluice.policy.evaluate;

import java.util.BitSet;

/** The gates of a plan that can make a difference to some of its classes. */
public final class GateReach {

    private final CompiledPlan plan;
    private final BitSet gates = new BitSet();
    private final BitSet classes = new BitSet();
    private final BitSet policies = new BitSet();

    private GateReach(CompiledPlan plan) {
        this.plan = plan;
    }

    /** The gates on which the decision for a class rests. Whether a record leaves at all rests on all of them. */
    public static BitSet of(CompiledPlan plan, int fieldClass) {
        if (!plan.classes().get(fieldClass).personal()) {
            BitSet all = new BitSet();
            all.set(0, plan.gates().size());
            return all;
        }
        GateReach reach = new GateReach(plan);
        reach.add(fieldClass);
        return reach.gates;
    }

    private void add(int fieldClass) {
        if (classes.get(fieldClass)) {
            return;
        }
        classes.set(fieldClass);
        ClassRules rules = plan.classes().get(fieldClass);
        rules.names().forEach(this::add);
        rules.forbids().forEach(forbid -> gate(plan.forbids().get(forbid).gate()));
        rules.protects()
                .forEach(protect -> gate(plan.protects().get(protect.rule()).gate()));
        rules.shares().forEach(ofCategory -> ofCategory.forEach(share -> share(share.rule())));
    }

    private void share(int number) {
        ShareRule share = plan.shares().get(number);
        gate(share.basis());
        gate(share.condition());
        gate(share.identity());
        if (!policies.get(share.policy())) {
            policies.set(share.policy());
            for (RowNeed need : plan.rowNeeds().get(share.policy())) {
                need.shares().forEach(this::share);
                need.classes().forEach(ofType -> ofType.forEach(this::add));
            }
        }
    }

    private void gate(int gate) {
        if (gate != Gate.NONE) {
            gates.set(gate);
        }
    }
}
