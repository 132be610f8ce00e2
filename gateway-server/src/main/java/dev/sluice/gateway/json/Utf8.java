package dev.sluice.gateway.json;

/**
 * Reads short texts beyond ASCII, in UTF-8 (RFC 3629: no surrogates, nothing overlong), with one branch for each byte: of a
 * name what costs is not to read it but to guess wrongly what comes next in it.
 *
 * <p>The states of an automaton stand in six bits each of a number, one number for each byte: shifted by the state that it
 * is in, its lowest six bits are the state that it comes to (Vognsen's shift-based automata).
 */
final class Utf8 {

    /** In bytes. Longer texts are better read in strides, where they are ASCII. */
    private static final int SHORT = 56;

    private static final int BITS = 6;

    /** Between characters. */
    private static final int WHOLE = 0;

    private static final int ONE_MORE = 1;
    private static final int TWO_MORE = 2;
    private static final int THREE_MORE = 3;
    /** Behind E0, ED, F0 and F4, where the next byte is bound closer. */
    private static final int NOT_OVERLONG_OF_THREE = 4;

    private static final int NO_SURROGATE = 5;
    private static final int NOT_OVERLONG_OF_FOUR = 6;
    private static final int NOT_TOO_LARGE = 7;
    private static final int MALFORMED = 8;

    private static final long[] NEXT = new long[256];

    static {
        for (int value = 0; value < NEXT.length; value++) {
            for (int state = WHOLE; state <= MALFORMED; state++) {
                NEXT[value] |= (long) (BITS * next(state, value)) << BITS * state;
            }
        }
    }

    private Utf8() {}

    /**
     * The place behind the quote that ends a text, from {@code from} on, or {@code from} itself where that is not near, not
     * UTF-8, or stands behind an escape or a control character. What stands behind the limit of a window is never found: its
     * sentinel is a control character.
     */
    static int textEnd(byte[] b, int from) {
        long[] next = NEXT;
        long state = WHOLE;
        for (int i = from; i < from + SHORT; i++) {
            int c = b[i];
            if (c == '"') {
                return (state & (1 << BITS) - 1) == WHOLE ? i + 1 : from;
            }
            state = next[c & 0xFF] >>> state;
        }
        return from;
    }

    private static int next(int state, int value) {
        return switch (state) {
            case WHOLE -> behindLead(value);
            case ONE_MORE -> within(value, 0x80, 0xBF, WHOLE);
            case TWO_MORE -> within(value, 0x80, 0xBF, ONE_MORE);
            case THREE_MORE -> within(value, 0x80, 0xBF, TWO_MORE);
            case NOT_OVERLONG_OF_THREE -> within(value, 0xA0, 0xBF, ONE_MORE);
            case NO_SURROGATE -> within(value, 0x80, 0x9F, ONE_MORE);
            case NOT_OVERLONG_OF_FOUR -> within(value, 0x90, 0xBF, TWO_MORE);
            case NOT_TOO_LARGE -> within(value, 0x80, 0x8F, TWO_MORE);
            default -> MALFORMED;
        };
    }

    private static int within(int value, int lowest, int highest, int then) {
        return value >= lowest && value <= highest ? then : MALFORMED;
    }

    private static int behindLead(int value) {
        if (value < 0x80) {
            return value < 0x20 || value == '\\' ? MALFORMED : WHOLE;
        }
        if (value < 0xC2 || value > 0xF4) {
            return MALFORMED;
        }
        return switch (value) {
            case 0xE0 -> NOT_OVERLONG_OF_THREE;
            case 0xED -> NO_SURROGATE;
            case 0xF0 -> NOT_OVERLONG_OF_FOUR;
            case 0xF4 -> NOT_TOO_LARGE;
            default -> value < 0xE0 ? ONE_MORE : value < 0xF0 ? TWO_MORE : THREE_MORE;
        };
    }
}
