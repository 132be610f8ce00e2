package dev.sluice.gateway.scenario;

import dev.sluice.policy.decision.RuleOutcome;
import dev.sluice.policy.decision.RuleTrace;
import dev.sluice.policy.diagnostic.SourceLocation;
import dev.sluice.policy.model.Basis;
import dev.sluice.policy.model.Bundle;
import dev.sluice.policy.model.Condition;
import dev.sluice.policy.model.Forbid;
import dev.sluice.policy.model.Force;
import dev.sluice.policy.model.Named;
import dev.sluice.policy.model.Policy;
import dev.sluice.policy.model.Protect;
import dev.sluice.policy.model.Rule;
import dev.sluice.policy.model.Share;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which outcomes of which rules some test reached: of each share that it grants, and that each of its gates refuses;
 * of each protect
 * and forbid that it holds, and that it frees where it can.
 */
public final class Coverage {

    private final List<Reachable> rules = new ArrayList<>();
    private final Map<SourceLocation, Set<RuleOutcome>> reached = new HashMap<>();

    /**
     * A rule and what can become of it.
     *
     * @param name {@code policy} or {@code policy/rule}
     * @param subject what it shares, protects or forbids
     */
    public record Reachable(String name, String subject, SourceLocation location, Set<RuleOutcome> outcomes) {
        public Reachable {
            outcomes = Set.copyOf(outcomes);
        }
    }

    /** One outcome of a rule that no test reached. */
    public record Gap(Reachable rule, RuleOutcome outcome) {}

    Coverage(Bundle bundle) {
        bundle.policies().forEach(this::add);
        bundle.forbids().forEach(shop -> forbid(shop.id().name(), shop.forbid()));
    }

    void add(RuleTrace trace) {
        for (RuleTrace.OfRecord record : trace.records()) {
            for (int k = 0; k < record.outcomes().size(); k++) {
                reached.computeIfAbsent(trace.rules().get(k).location(), place -> EnumSet.noneOf(RuleOutcome.class))
                        .add(record.outcomes().get(k));
            }
        }
    }

    /** How many outcomes there are. */
    public int reachable() {
        return rules.stream().mapToInt(rule -> rule.outcomes().size()).sum();
    }

    /** The outcomes that no test reached, in the order of their places. */
    public List<Gap> gaps() {
        List<Gap> gaps = new ArrayList<>();
        for (Reachable rule : rules) {
            Set<RuleOutcome> seen = reached.getOrDefault(rule.location(), Set.of());
            rule.outcomes().stream()
                    .sorted()
                    .filter(outcome -> !seen.contains(outcome))
                    .forEach(outcome -> gaps.add(new Gap(rule, outcome)));
        }
        gaps.sort(Comparator.comparing((Gap gap) -> gap.rule().location()).thenComparing(Gap::outcome));
        return gaps;
    }

    private void add(Policy policy) {
        String id = policy.id().name();
        policy.shares().forEach(share -> add(policy, id, share, policy.basis(), null));
        for (Rule rule : policy.rules()) {
            Basis basis = rule.basis() == null ? policy.basis() : rule.basis();
            if (!live(rule.force())) {
                continue;
            }
            rule.shares().forEach(share -> add(policy, id + "/" + rule.id(), share, basis, rule.when()));
        }
        for (Protect protect : policy.protects()) {
            if (live(protect.force())) {
                String subject = "protect " + protect.category();
                cut(id + "/" + protect.id(), subject, protect.location(), protect.when() != null);
            }
        }
        policy.forbids().forEach(forbid -> forbid(id + "/" + forbid.id(), forbid));
    }

    private void forbid(String name, Forbid forbid) {
        if (live(forbid.force())) {
            String subject = "forbid "
                    + String.join(
                            ", ", forbid.categories().stream().map(Named::name).toList());
            cut(name, subject, forbid.location(), forbid.when() != null || forbid.unless() != null);
        }
    }

    /** What is in shadow or off acts on nobody. */
    private static boolean live(Force force) {
        return force.mode() == Force.Mode.LIVE;
    }

    private void add(Policy policy, String name, Share share, Basis basis, @Nullable Condition when) {
        Set<RuleOutcome> outcomes = EnumSet.of(RuleOutcome.GRANTED);
        if (basis.asksCustomer()) {
            outcomes.add(RuleOutcome.NO_CONSENT);
        }
        if (when != null || !policy.when().isEmpty()) {
            outcomes.add(RuleOutcome.CONDITION_NOT_MET);
        }
        String subject = share instanceof Share.OfCategory of
                ? of.category().name()
                : share instanceof Share.OfBirthDate derived ? derived.member().name() : "customer";
        rules.add(new Reachable(name, "share " + subject, share.location(), outcomes));
    }

    private void cut(String name, String subject, SourceLocation location, boolean conditional) {
        Set<RuleOutcome> outcomes = EnumSet.of(RuleOutcome.HELD);
        if (conditional) {
            outcomes.add(RuleOutcome.FREED);
        }
        rules.add(new Reachable(name, subject, location, outcomes));
    }
}
