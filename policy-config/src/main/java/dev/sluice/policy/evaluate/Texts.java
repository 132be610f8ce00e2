package dev.sluice.policy.evaluate;

import dev.sluice.policy.field.RecordFacts;
import java.nio.charset.StandardCharsets;

/** Compares strings of a document with words of ours, on the document's own bytes where it can. */
final class Texts {

    private static final int TO_LOWER = 'a' - 'A';

    private Texts() {}

    /** Whether a range of bytes is exactly these. A plain loop: most are of a few bytes, or differ in length. */
    static boolean same(byte[] bytes, int from, int to, byte[] wanted) {
        if (to - from != wanted.length) {
            return false;
        }
        for (int k = 0; k < wanted.length; k++) {
            if (bytes[from + k] != wanted[k]) {
                return false;
            }
        }
        return true;
    }

    /** Whether a value is a string of this word, in any case. @param lower ASCII, in lower case */
    static boolean is(RecordFacts facts, int value, byte[] lower) {
        if (facts.kind(value) != RecordFacts.Kind.STRING) {
            return false;
        }
        if (!facts.verbatim(value)) {
            String text = facts.text(value);
            return text != null && text.equalsIgnoreCase(new String(lower, StandardCharsets.US_ASCII));
        }
        int from = facts.from(value);
        if (facts.to(value) - from != lower.length) {
            return false;
        }
        byte[] bytes = facts.bytes();
        for (int k = 0; k < lower.length; k++) {
            int b = bytes[from + k];
            if (b >= 'A' && b <= 'Z') {
                b += TO_LOWER;
            }
            if (b != lower[k]) {
                return false;
            }
        }
        return true;
    }
}
