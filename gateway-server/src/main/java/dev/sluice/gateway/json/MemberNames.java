package dev.sluice.gateway.json;

import dev.sluice.policy.field.FieldTree;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Finds the members that are not read as {@link PlainMembers}: what their names stand for, whether they stand twice, and
 * which to expect the next time.
 */
final class MemberNames {

    /** After so many wrong guesses in a row the guess is changed. */
    private static final int PATIENCE = 3;

    private final StringScan strings;
    private final Slots slots;
    private final RecordKeeper keeper;
    private final int longest;
    private int end;
    private long misses;

    MemberNames(StringScan strings, Slots slots, RecordKeeper keeper, int longest) {
        this.strings = strings;
        this.slots = slots;
        this.keeper = keeper;
        this.longest = longest;
    }

    /** Behind the closing quote of the name found last. */
    int end() {
        return end;
    }

    /** How many names were read. */
    long misses() {
        return misses;
    }

    /** The member at {@code i}, or null if the input ends in its name; where its name ends {@link #end} says. */
    @Nullable Slot find(byte[] b, int i, Slot box, int inside, Slot before, int limit) throws MalformedHere {
        Slot found = before.next;
        if (found.standsAt(b, i) || (found = found.next).standsAt(b, i)) {
            end = i + found.lead() - 1;
        } else {
            found = lookUp(b, i, box, inside, before, limit);
        }
        if (found != null) {
            if (found.seenIn == inside && (found.flags & Slot.WORD) != 0) {
                keeper.duplicate(found, end);
            }
            found.seenIn = inside;
        }
        return found;
    }

    private @Nullable Slot lookUp(byte[] b, int i, Slot box, int inside, Slot before, int limit) throws MalformedHere {
        if (b[i] != '"') {
            if (i == limit) {
                return null;
            }
            throw new MalformedHere(i, "expected a member's name");
        }
        int end = strings.end(b, i + 1, limit);
        if ((end < 0 ? limit : end) - i > longest) {
            throw new MalformedHere(i, "expected a name of at most " + longest + " bytes");
        }
        if (end < 0) {
            return null;
        }
        this.end = end;
        misses++;
        boolean escaped = strings.escaped();
        keeper.named(i, end, escaped);
        if (strings.loneSurrogate() && keeper.loneSurrogate(strings) && keeper.record() == FieldTree.NONE) {
            return slots.lost();
        }
        Slot found = named(b, i + 1, end - 1, box, escaped);
        if (found == box.any && found.node != Slot.GHOST) {
            keeper.dataName(found, inside, i, end, escaped);
        }
        if (found.lead() > 0 && (before.next == Slot.NOWHERE || ++before.misses >= PATIENCE)) {
            before.next = found;
            before.misses = 0;
        }
        return found;
    }

    private Slot named(byte[] b, int from, int to, Slot box, boolean escaped) {
        if (!escaped) {
            Slot known = box.member(b, from, to);
            return known != null ? known : slots.unknownMember(box, b, from, to, true);
        }
        byte[] decoded = JsonText.decode(b, from, to, false).getBytes(StandardCharsets.UTF_8);
        Slot known = box.member(decoded, 0, decoded.length);
        return known != null ? known : slots.unknownMember(box, decoded, 0, decoded.length, false);
    }
}
