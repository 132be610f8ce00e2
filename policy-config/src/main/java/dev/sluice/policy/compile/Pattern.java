package dev.sluice.policy.compile;

import dev.sluice.policy.diagnostic.SourceLocation;
import dev.sluice.policy.model.FieldShape;
import dev.sluice.policy.model.NameData;
import dev.sluice.policy.model.Path.Step;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One path of a catalog from the document's root, and what it says about the place it leads to.
 *
 * @param owner the record type it belongs to, or {@link dev.sluice.policy.field.FieldTree#NONE} for the document
 * @param outside how many of its steps lead to the owner's record
 */
record Pattern(List<Step> steps, int owner, int outside, Target target, SourceLocation location) {

    Pattern {
        steps = List.copyOf(steps);
    }

    /** Whether it ends in {@code **}. */
    boolean subtree() {
        return !steps.isEmpty() && steps.get(steps.size() - 1) instanceof Step.Subtree;
    }

    /** Whether a place that it reached by so many of its steps is one it speaks of. */
    boolean endsAt(int position) {
        return position == steps.size() || (position == steps.size() - 1 && subtree());
    }

    /** What a path is for. */
    sealed interface Target {

        /** A record begins here. */
        record Start(@Nullable NameData name) implements Target {}

        /** A catalogued field. */
        record Field(FieldShape shape) implements Target {}

        /** A fact of the owner. @param ofName whether the member's name is the fact */
        record Fact(int slot, boolean ofName) implements Target {}

        /** The first place of the customer's id, where the partner's handle is written. */
        record Handle(boolean ofName) implements Target {}

        /** A named part of the owner's record begins here. */
        record Part(String name) implements Target {}
    }

    /**
     * Whether it is more specific than another that leads to the same place: at no step less so and at one more so. A
     * name comes
     * before an index, before a filter, before any, before a subtree.
     */
    boolean beats(Pattern other) {
        boolean once = false;
        for (int k = 0; k < Math.max(steps.size(), other.steps.size()); k++) {
            int own = rank(k);
            int others = other.rank(k);
            if (own < others) {
                return false;
            }
            once |= own > others;
        }
        return once;
    }

    /** How specific a step is. Both patterns are as long as the place is deep, but for those that end in a subtree. */
    private int rank(int position) {
        if (position >= steps.size()) {
            return subtree() ? 0 : 5;
        }
        Step step = steps.get(position);
        if (step instanceof Step.Member) {
            return 4;
        }
        if (step instanceof Step.Element) {
            return 3;
        }
        if (step instanceof Step.Matching) {
            return 2;
        }
        return step instanceof Step.Subtree ? 0 : 1;
    }
}
