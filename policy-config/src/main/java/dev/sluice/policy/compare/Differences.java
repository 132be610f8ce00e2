package dev.sluice.policy.compare;

import java.util.List;

/**
 * All that two bundles differ in.
 *
 * @param changes of what leaves, wider ones first
 * @param declared of what partners are said to be, wider ones first
 */
public record Differences(List<Change> changes, List<Declared> declared) {

    public Differences {
        changes = List.copyOf(changes);
        declared = List.copyOf(declared);
    }

    /**
     * One thing that a bundle says of a partner.
     *
     * @param what its key
     * @param before in words
     * @param after in words
     */
    public record Declared(Direction direction, String partner, String what, String before, String after) {}

    /** Whether something lets more out, or may. */
    public boolean widened() {
        return changes.stream().anyMatch(one -> one.direction() == Direction.WIDER)
                || declared.stream().anyMatch(one -> one.direction() == Direction.WIDER);
    }

    /** Whether nothing that leaves, and nothing that partners are said to be, is another. */
    public boolean same() {
        return changes.isEmpty() && declared.isEmpty();
    }
}
