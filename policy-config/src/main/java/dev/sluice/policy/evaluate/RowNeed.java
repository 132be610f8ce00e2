package dev.sluice.policy.evaluate;

import java.util.List;

/**
 * One category that a policy needs of each record.
 *
 * @param shares the policy's own shares that grant the category as a whole
 * @param classes the classes of its fields, by record type
 */
public record RowNeed(List<Integer> shares, List<List<Integer>> classes) {

    public RowNeed {
        shares = List.copyOf(shares);
        classes = classes.stream().map(List::copyOf).toList();
    }
}
