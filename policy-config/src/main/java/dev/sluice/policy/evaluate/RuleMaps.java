package dev.sluice.policy.evaluate;

import dev.sluice.policy.decision.Reason;
import dev.sluice.policy.decision.RuleMap;
import dev.sluice.policy.decision.RuleMap.Place;
import dev.sluice.policy.decision.RuleMap.Spoken;
import dev.sluice.policy.decision.RuleTrace.Kind;
import dev.sluice.policy.decision.RuleTrace.Traced;
import dev.sluice.policy.diagnostic.SourceLocation;
import dev.sluice.policy.field.FieldNode;
import dev.sluice.policy.field.FieldPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Reads off a detailed plan which rules speak of which places. */
final class RuleMaps {

    private final CompiledPlan plan;

    private RuleMaps(CompiledPlan plan) {
        this.plan = plan;
    }

    static RuleMap of(CompiledPlan plan) {
        RuleMaps maps = new RuleMaps(plan);
        List<Place> places = new ArrayList<>();
        for (FieldNode node : plan.fields().tree().nodes()) {
            int fieldClass = plan.fields().valueClass(node.index());
            boolean own = plan.containers().get(fieldClass).isEmpty();
            if (fieldClass != FieldPlan.NEVER && own) {
                places.add(maps.place(node, plan.classes().get(fieldClass)));
            }
        }
        return new RuleMap(rules(plan), places);
    }

    /** Shares, then protects, then forbids. */
    static List<Traced> rules(CompiledPlan plan) {
        return Stream.of(
                        plan.shares().stream().map(share -> traced(plan, Kind.SHARE, share.reason())),
                        plan.protects().stream().map(cut -> traced(plan, Kind.PROTECT, cut.reason())),
                        plan.forbids().stream().map(cut -> traced(plan, Kind.FORBID, cut.reason())))
                .flatMap(traced -> traced)
                .toList();
    }

    private static Traced traced(CompiledPlan plan, Kind kind, int index) {
        Reason reason = plan.reasons().get(index);
        SourceLocation location = Objects.requireNonNull(reason.location());
        return new Traced(kind, Objects.requireNonNull(reason.rule()), location);
    }

    private Place place(FieldNode node, ClassRules rules) {
        int protects = plan.shares().size();
        int forbids = protects + plan.protects().size();
        return new Place(
                node.index(),
                node.pattern(),
                plan.notes().categories().get(node.index()),
                rules.documentReason() < 0 ? null : plan.reasons().get(rules.documentReason()),
                rules.shares().stream()
                        .map(ofCategory -> ofCategory.stream()
                                .map(share -> share(rules, share))
                                .toList())
                        .toList(),
                rules.protects().stream()
                        .map(protect -> new Spoken(
                                protects + protect.rule(),
                                form(rules, protect.rank()),
                                protect.rank(),
                                plan.protects().get(protect.rule()).gate() == Gate.NONE))
                        .toList(),
                rules.forbids().stream()
                        .map(forbid -> new Spoken(
                                forbids + forbid,
                                "",
                                0,
                                plan.forbids().get(forbid).gate() == Gate.NONE))
                        .toList());
    }

    private Spoken share(ClassRules rules, ClassRules.Ranked share) {
        ShareRule rule = plan.shares().get(share.rule());
        boolean always = rule.basis() == Gate.NONE && rule.condition() == Gate.NONE && rule.identity() == Gate.NONE;
        return new Spoken(share.rule(), form(rules, share.rank()), share.rank(), always);
    }

    private static String form(ClassRules rules, int rank) {
        return rules.forms().get(rank).form().name();
    }
}
