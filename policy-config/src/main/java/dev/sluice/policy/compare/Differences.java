package dev.sluice.policy.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
     * One thing that is said of a partner, or of all of them.
     *
     * @param partner null for what concerns all
     * @param what its key
     * @param before in words
     * @param after in words
     */
    public record Declared(Direction direction, @Nullable String partner, String what, String before, String after) {}

    /** The same, and more that is said. */
    public Differences with(List<Declared> more) {
        List<Declared> all = new ArrayList<>(declared);
        all.addAll(more);
        all.sort(Comparator.comparing(Declared::direction));
        return new Differences(changes, all);
    }

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
