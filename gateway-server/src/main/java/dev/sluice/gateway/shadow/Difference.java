package dev.sluice.gateway.shadow;

import org.jspecify.annotations.Nullable;

/**
 * One thing that a candidate would decide otherwise.
 *
 * @param category what stands there; {@code -} where only the customer's handle does
 * @param path the place as the catalog spells it
 * @param from the form in which it leaves now, or null
 * @param to the form in which the candidate would let it leave, or null
 */
public record Difference(
        String partner,
        String purpose,
        String catalog,
        String category,
        String path,
        @Nullable String from,
        @Nullable String to) {

    /** What the partner would notice. The word is a label and an answer's. */
    public enum Change {
        GAIN("gain"),
        LOSE("lose"),
        /** The same field in another form. */
        FORM("form");

        private final String word;

        Change(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    public Change change() {
        if (from == null) {
            return Change.GAIN;
        }
        return to == null ? Change.LOSE : Change.FORM;
    }
}
