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

    private static final int SPECIAL = Slot.COLD | Slot.UNCLASSIFIED;

    private final Tape tape;
    private final StringScan strings;
    private final RecordKeeper keeper;
    private final int longestNumber;
    private final int longestScalar;
    private int at;
    private int lead;
    private int comma;
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
     * @param start behind a comma or an opening bracket
     * @param before the member before it
     * @param tight whether the object's first member stands close to its bracket
     * @return the state in which the walk goes on: of {@link WalkState}
     */
    int read(byte[] b, int start, int limit, int from, int afterComma, Slot before, int inside, boolean tight)
            throws MalformedHere {
        int i = start;
        int leads = from;
        comma = afterComma;
        Slot m = before;
        if (limit - start > longestScalar) {
            return leave(WalkState.MEMBER, i, leads, m);
        }
        while (true) {
            int p = b[i] <= ' ' && !tight ? JsonBytes.spaceEnd(b, i) : i;
            Slot v = m.next;
            if (!v.leadsAt(b, p)) {
                v = v.next;
                if (!v.leadsAt(b, p)) {
                    return leave(WalkState.MEMBER, i, leads, m);
                }
            }
            if (v.seenIn == inside) {
                return leave(WalkState.MEMBER, i, leads, m);
            }
            v.seenIn = inside;
            m = v;
            p += v.lead();
            int c = b[p];
            if (c == ' ') {
                p++;
                c = b[p];
            }
            int end = c == '"' ? stringEnd(b, p + 1, limit) : ScalarScan.plainEnd(b, p, longestNumber);
            int fieldClass = c == 'n' ? v.containerClass : v.valueClass;
            if (end <= p || (v.flags & SPECIAL) != 0) {
                if (end <= p || (v.flags & Slot.COLD & ~MILD) != 0) {
                    return leave(WalkState.VALUE, p, leads, m);
                }
                special(v, fieldClass, b, leads, inside, p, end);
            } else if (fieldClass != FieldPlan.NEVER) {
                tape.run(fieldClass, leads, comma, inside, 0, end, c == 'n' ? 0 : 1);
            }
            leads = end;
            if (b[end] != ',') {
                return leave(WalkState.AFTER_VALUE, end, leads, m);
            }
            i = end + 1;
            comma = i;
        }
    }

    private int stringEnd(byte[] b, int start, int limit) throws MalformedHere {
        int end = JsonBytes.plainEnd(b, start);
        return b[end] == '"' ? end + 1 : strings.restEnd(b, start, end, limit);
    }

    private void special(Slot v, int fieldClass, byte[] b, int leads, int inside, int from, int end) {
        if (v.node == Slot.GHOST) {
            v.count();
            keeper.unknown(v);
        } else {
            boolean plain = b[from] != '"' || JsonBytes.plainEnd(b, from + 1) == end - 1;
            keeper.mild(v, fieldClass, leads, comma, inside, from, end, !plain && strings.escaped());
        }
    }

    private int leave(int state, int where, int leads, Slot last) {
        at = where;
        lead = leads;
        member = last;
        return state;
    }
}
