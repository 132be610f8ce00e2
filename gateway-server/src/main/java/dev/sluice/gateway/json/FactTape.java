package dev.sluice.gateway.json;

import dev.sluice.policy.field.RecordFacts;
import java.util.Arrays;

/** Facts in document order: the record they are of, a slot, a kind, and a place in some array of bytes. */
final class FactTape {

    /** Five are used; a compiler that unrolls a loop over entries divides by it. */
    private static final int STRIDE = 8;

    private static final int RECORD = 0;
    private static final int SLOT = 1;
    /** The ordinal of a {@link RecordFacts.Kind}, and whether the raw bytes are the text. */
    private static final int KIND = 2;

    private static final int FROM = 3;
    private static final int TO = 4;

    private static final int VERBATIM = 1 << 8;
    private static final RecordFacts.Kind[] KINDS = RecordFacts.Kind.values();

    private int[] entries = new int[STRIDE * 512];
    private int size;

    int size() {
        return size;
    }

    void clear() {
        size = 0;
    }

    void truncate(int to) {
        size = to;
    }

    void add(int record, int slot, RecordFacts.Kind kind, boolean verbatim, int from, int to) {
        if (size + STRIDE > entries.length) {
            entries = Arrays.copyOf(entries, entries.length * 2);
        }
        int at = size;
        int[] e = entries;
        e[at + RECORD] = record;
        e[at + SLOT] = slot;
        e[at + KIND] = kind.ordinal() | (verbatim ? VERBATIM : 0);
        e[at + FROM] = from;
        e[at + TO] = to;
        size = at + STRIDE;
    }

    /** The first entry of a record's slot in {@code [from, to)}, or {@link RecordFacts#NONE}. */
    int find(int record, int slot, int from, int to) {
        for (int at = from; at < to; at += STRIDE) {
            if (entries[at + SLOT] == slot && entries[at + RECORD] == record) {
                return at;
            }
        }
        return RecordFacts.NONE;
    }

    /** The next entry of the same record and slot before {@code to}, or {@link RecordFacts#NONE}. */
    int findNext(int entry, int to) {
        return find(entries[entry + RECORD], entries[entry + SLOT], entry + STRIDE, to);
    }

    RecordFacts.Kind kind(int entry) {
        return KINDS[entries[entry + KIND] & VERBATIM - 1];
    }

    boolean verbatim(int entry) {
        return (entries[entry + KIND] & VERBATIM) != 0;
    }

    int from(int entry) {
        return entries[entry + FROM];
    }

    int to(int entry) {
        return entries[entry + TO];
    }

    /** Forgets the entries before {@code entry}; records keep their numbers less {@code records}. */
    void dropBefore(int entry, int records) {
        System.arraycopy(entries, entry, entries, 0, size - entry);
        size -= entry;
        for (int at = 0; at < size; at += STRIDE) {
            entries[at + RECORD] -= records;
        }
    }

    void shift(int by) {
        for (int at = 0; at < size; at += STRIDE) {
            entries[at + FROM] -= by;
            entries[at + TO] -= by;
        }
    }
}
