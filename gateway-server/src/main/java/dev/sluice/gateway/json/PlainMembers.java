package dev.sluice.gateway.json;

import dev.sluice.policy.field.FieldPlan;

/**
 * Reads the members of an object as long as they are what most members are: the one that was expected, with a scalar whose
 * place begins and ends nothing. Apart from the walk, whose state is too large for a processor's registers: here little is
 * alive, and where the next token begins is known within few cycles.
 */
final class PlainMembers {

    /** What a scalar may have to be looked at for, and still be read here. */
    private static final int MILD = Slot.FACT | Slot.CHANGING | Slot.WATCHED;

    private static final int SEVERE = Slot.COLD & ~MILD;

    /** How many expected members may be left out one after another. */
    private static final int LEFT_OUT = 3;

    private final Tape tape;
    private final StringScan strings;
    private final RecordKeeper keeper;
    private final int longestNumber;
    private final int longestScalar;
    private int at;
    private int lead;
    private int comma;
    private int limit;
    private boolean tight;
    /** The end of the last string that was not read in one go. */
    private int restEnd;

    private Slot member = Slot.NOWHERE;

    PlainMembers(Tape tape, StringScan strings, RecordKeeper keeper, JsonLimits limits) {
        this.tape = tape;
        this.strings = strings;
        this.keeper = keeper;
        this.longestNumber = limits.number();
        this.longestScalar = limits.record();
    }

    /** The first byte that was not read. */
    int at() {
        return at;
    }

    /** The end of the last value that was read. */
    int lead() {
        return lead;
    }

    /** Behind the comma before the member in hand. */
    int comma() {
        return comma;
    }

    /** The member read last, whole or as far as the state says. */
    Slot member() {
        return member;
    }

    /**
     * @param limit the window's
     * @param start behind a comma or an opening bracket
     * @param before the member before it
     * @param tight whether the object's first member stands close to its bracket
     * @return the state in which the walk goes on: of {@link WalkState}
     */
    int read(byte[] b, int start, int limit, int from, int afterComma, Slot before, int inside, boolean tight)
            throws MalformedHere {
        lead = from;
        comma = afterComma;
        this.limit = limit;
        this.tight = tight;
        restEnd = StringScan.NEED_INPUT;
        if (limit - from > longestScalar) {
            return leave(WalkState.MEMBER, start, before);
        }
        int i = start;
        Slot m = before;
        while (true) {
            int p = b[i] > ' ' ? i : spaceEnd(b, i);
            Slot v = m.next;
            if (!v.leadsAt(b, p)) {
                v = later(v, b, p);
                if (v == Slot.NOWHERE) {
                    return leave(WalkState.MEMBER, i, m);
                }
            }
            if (v.seenIn == inside) {
                return leave(WalkState.MEMBER, i, m);
            }
            v.seenIn = inside;
            m = v;
            p += v.lead();
            int c = b[p];
            if (c == ' ') {
                p++;
                c = b[p];
            }
            int end = c == '"' ? stringEnd(b, p + 1) : ScalarScan.plainEnd(b, p, longestNumber);
            if (end <= p || (v.flags & SEVERE) != 0) {
                return leave(WalkState.VALUE, p, m);
            }
            v.count();
            if ((v.flags & Slot.NOTED) != 0) {
                note(v, c, inside, p, end);
            }
            lead = end;
            if (b[end] != ',') {
                return leave(WalkState.AFTER_VALUE, end, m);
            }
            i = end + 1;
            comma = i;
        }
    }

    private int spaceEnd(byte[] b, int i) {
        return tight ? i : JsonBytes.spaceEnd(b, i);
    }

    private void note(Slot v, int first, int inside, int from, int end) {
        int fieldClass = first == 'n' ? v.containerClass : v.valueClass;
        if ((v.flags & MILD) != 0) {
            mild(v, fieldClass, inside, from, end);
        } else if (fieldClass != FieldPlan.NEVER) {
            tape.run(fieldClass, lead, comma, inside, 0, end, first == 'n' ? 0 : 1);
        }
    }

    /** The member that leads at {@code p} though {@code missed} was expected there, or {@link Slot#NOWHERE}. */
    private static Slot later(Slot missed, byte[] b, int p) {
        Slot v = missed.next;
        for (int k = 1; k < LEFT_OUT && !v.leadsAt(b, p); k++) {
            v = v.next;
        }
        return v.leadsAt(b, p) ? v : Slot.NOWHERE;
    }

    private int stringEnd(byte[] b, int start) throws MalformedHere {
        int end = JsonBytes.plainEnd(b, start);
        if (b[end] == '"') {
            return end + 1;
        }
        restEnd = strings.restEnd(b, start, end, limit);
        return restEnd;
    }

    private void mild(Slot v, int fieldClass, int inside, int from, int end) {
        if (v.node == Slot.GHOST) {
            keeper.unknown(v);
        } else {
            keeper.mild(v, fieldClass, lead, comma, inside, from, end, end == restEnd && strings.escaped());
        }
    }

    private int leave(int state, int where, Slot last) {
        at = where;
        member = last;
        return state;
    }
}
