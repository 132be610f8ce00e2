package dev.sluice.gateway.json;

import java.util.Arrays;

/**
 * What of the window may leave, in document order: runs of bytes that share one fate, values that may be changed, and where
 * records and named members begin and end. An entry knows the byte behind its comma, so that a first survivor can leave the
 * comma behind.
 */
final class Tape {

    /** Bytes that leave as they are, if their class does. */
    static final int RUN = 0;
    /** A scalar that may leave changed. */
    static final int VALUE = 1;

    static final int RECORD_BEGIN = 2;
    static final int RECORD_END = 3;
    /** A member whose name is data; {@link #FROM} to {@link #TO} is the name with its quotes. */
    static final int NAME_BEGIN = 4;

    static final int NAME_END = 5;
    /** What follows a document: leaves if anything of that document did. */
    static final int TAIL = 6;

    /** White space between a container's opening bracket and what comes first in it, whether that leaves or not. */
    static final int SPACE = 7;

    /** White space behind the last of a body's lines: leaves if anything has. */
    static final int BODY_END = 8;

    static final int STRIDE = 8;
    static final int META = 0;
    /** Where the bytes that lead to the entry begin: the end of what stood before it. */
    static final int LEAD = 1;
    /** The same behind the comma. */
    static final int AFTER_COMMA = 2;
    /** The container around it, or the record of a record's begin. */
    static final int INSIDE = 3;
    /** The container that its last byte opens, or 0. */
    static final int OPENS = 4;

    static final int FROM = 5;
    static final int TO = 6;
    /** How many fields it holds. */
    static final int FIELDS = 7;

    static final int KIND_SHIFT = 24;
    static final int CLASS_MASK = (1 << KIND_SHIFT) - 1;

    int[] entries = new int[STRIDE * 1024];
    int size;

    boolean isEmpty() {
        return size == 0;
    }

    void clear() {
        size = 0;
    }

    /** Adds bytes of a class, to the run before them where they continue it. */
    void run(int fieldClass, int lead, int afterComma, int inside, int opens, int to, int fields) {
        int last = size - STRIDE;
        int[] e = entries;
        if (last >= 0 && e[last] == fieldClass && e[last + TO] == lead) {
            e[last + OPENS] = opens;
            e[last + TO] = to;
            e[last + FIELDS] += fields;
            return;
        }
        add(RUN, fieldClass, lead, afterComma, inside, opens, lead, to, fields);
    }

    void value(int fieldClass, int lead, int afterComma, int inside, int from, int to) {
        add(VALUE, fieldClass, lead, afterComma, inside, 0, from, to, 1);
    }

    void name(int nameClass, int lead, int inside, int from, int to) {
        add(NAME_BEGIN, nameClass, lead, lead, inside, 0, from, to, 0);
    }

    /** Adds a begin or an end. */
    void mark(int kind, int at, int record) {
        add(kind, 0, at, at, record, 0, at, at, 0);
    }

    void space(int inside, int from, int to) {
        add(SPACE, 0, from, from, inside, 0, from, to, 0);
    }

    /**
     * @param last whether another document may follow it
     * @param alone whether a document that ends here stays whole unless a record of it leaves
     */
    void tail(int from, int to, boolean last, boolean alone) {
        add(TAIL, 0, from, from, 0, last ? 1 : 0, from, to, alone ? 1 : 0);
    }

    /** Returns {@code to}, behind which nothing stands. */
    int bodyEnd(int from, int to) {
        if (from < to) {
            add(BODY_END, 0, from, from, 0, 0, from, to, 0);
        }
        return to;
    }

    private void add(
            int kind, int fieldClass, int lead, int afterComma, int inside, int opens, int from, int to, int fields) {
        int at = size;
        if (at + STRIDE > entries.length) {
            entries = Arrays.copyOf(entries, entries.length * 2);
        }
        int[] e = entries;
        e[at + META] = kind << KIND_SHIFT | fieldClass;
        e[at + LEAD] = lead;
        e[at + AFTER_COMMA] = afterComma;
        e[at + INSIDE] = inside;
        e[at + OPENS] = opens;
        e[at + FROM] = from;
        e[at + TO] = to;
        e[at + FIELDS] = fields;
        size = at + STRIDE;
    }

    /** The first entry behind {@code records} records that begins another outermost one, or the end. */
    int endOf(int records) {
        for (int t = 0; t < size; t += STRIDE) {
            if (entries[t] >>> KIND_SHIFT == RECORD_BEGIN && entries[t + INSIDE] >= records) {
                return t;
            }
        }
        return size;
    }

    /** Forgets the entries before {@code entry}; records keep their numbers less {@code records}. */
    void dropBefore(int entry, int records) {
        System.arraycopy(entries, entry, entries, 0, size - entry);
        size -= entry;
        for (int t = 0; t < size; t += STRIDE) {
            int kind = entries[t + META] >>> KIND_SHIFT;
            if (kind == RECORD_BEGIN) {
                entries[t + INSIDE] -= records;
            }
        }
    }

    /** The window has moved its content by {@code by} towards its start. */
    void shift(int by) {
        for (int t = 0; t < size; t += STRIDE) {
            entries[t + LEAD] -= by;
            entries[t + AFTER_COMMA] -= by;
            entries[t + FROM] -= by;
            entries[t + TO] -= by;
        }
    }
}
