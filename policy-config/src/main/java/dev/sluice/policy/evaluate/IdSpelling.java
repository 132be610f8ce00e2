package dev.sluice.policy.evaluate;

import dev.sluice.policy.diagnostic.VisibleText;
import dev.sluice.policy.field.RecordFacts;
import org.jspecify.annotations.Nullable;

/**
 * Which values can be an id. Ids are compared as they are written, so what may be another spelling of somebody's id is
 * none: a number that is no plain integer, and a text with something invisible at its start or end.
 */
final class IdSpelling {

    private IdSpelling() {}

    /** @param email whether it is an e-mail address, whose white space at both ends does not count */
    static boolean usable(RecordFacts facts, int value, boolean email) {
        RecordFacts.Kind kind = facts.kind(value);
        if (kind == RecordFacts.Kind.NUMBER) {
            return plainInteger(facts.bytes(), facts.from(value), facts.to(value));
        }
        return kind == RecordFacts.Kind.STRING && (plainEnds(facts, value) || usable(facts.text(value), email));
    }

    /** Whether a JSON number has neither fraction nor exponent and is not {@code -0}. */
    private static boolean plainInteger(byte[] bytes, int from, int to) {
        int start = bytes[from] == '-' ? from + 1 : from;
        for (int i = start; i < to; i++) {
            if (bytes[i] < '0' || bytes[i] > '9') {
                return false;
            }
        }
        return start == from || bytes[start] != '0';
    }

    /** Whether a text without escapes begins and ends with visible ASCII: what most ids do. */
    private static boolean plainEnds(RecordFacts facts, int value) {
        int from = facts.from(value);
        int last = facts.to(value) - 1;
        return last >= from
                && facts.verbatim(value)
                && visibleAscii(facts.bytes()[from])
                && visibleAscii(facts.bytes()[last]);
    }

    private static boolean visibleAscii(byte character) {
        return character > ' ' && character < 0x7f;
    }

    private static boolean usable(@Nullable String text, boolean email) {
        if (text == null || text.chars().anyMatch(c -> c < ' ')) {
            return false;
        }
        return VisibleText.hasSeenEnds(email ? text.strip() : text);
    }
}
