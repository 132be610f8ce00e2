package dev.sluice.policy.evaluate;

import dev.sluice.policy.diagnostic.SourceLocation;
import java.util.List;

/**
 * What reports on a plan need beside what decides. Empty in plans that are not detailed.
 *
 * @param categories by node: what the catalog says it is
 * @param leaves the single conditions that its gates are made of
 */
public record PlanNotes(List<List<String>> categories, List<Leaf> leaves) {

    public static final PlanNotes NONE = new PlanNotes(List.of(), List.of());

    public PlanNotes {
        categories = categories.stream().map(List::copyOf).toList();
        leaves = List.copyOf(leaves);
    }

    /** @param purpose of the policy, which a consent without a purpose means */
    public record Leaf(SourceLocation at, String purpose, Check check) {}
}
