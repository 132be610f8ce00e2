package dev.sluice.policy.model;

/**
 * What holds of a form whatever the value.
 *
 * @param left how much of the value it leaves
 * @param step what it takes in a list of forms, and what it makes of that
 * @param text what becomes of the value, in words that may follow <i>leaves</i>
 */
public record FormTraits(Left left, PipelineStep step, String text) {

    /** What the receiver can still learn, from the most to the least. */
    public enum Left {
        /** The value. */
        ALL,
        /** What proves a guess of the value right. */
        GUESSABLE,
        /** Something keyed or coarser. */
        PART,
        /** Nothing of the value. */
        NOTHING;

        /** Whether the receiver has the value, or can check a guess of it: promises count that as in clear. */
        public boolean clear() {
            return compareTo(PART) < 0;
        }
    }
}
