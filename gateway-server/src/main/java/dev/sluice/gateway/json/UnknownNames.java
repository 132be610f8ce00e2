package dev.sluice.gateway.json;

import dev.sluice.policy.field.FieldTree;

/**
 * Names that no catalog knows, in the records of the window, as long as somebody wants to hear of them. Once nobody does, a
 * name costs nothing here. Bounded: what is beyond is not told.
 */
public final class UnknownNames {

    private static final int MOST = 256;

    private final Slot[] slots = new Slot[MOST];
    private final int[] records = new int[MOST];
    private int size;

    /** Hears of a name. */
    @FunctionalInterface
    public interface Listener {

        /**
         * @param around the catalogued node around the member
         * @param name the member's name in UTF-8; the engine's own array
         * @param times how often it stood there, or the index of the waiting record that it stands in
         * @return whether to tell of this name again
         */
        boolean hear(int around, byte[] name, int times);
    }

    UnknownNames() {}

    void clear() {
        size = 0;
    }

    void note(Slot slot, int record) {
        if (record != FieldTree.NONE && size < MOST) {
            slots[size] = slot;
            records[size++] = record;
        }
    }

    /** The records from this one on were forgotten. */
    void abandoned(int first) {
        while (size > 0 && records[size - 1] >= first) {
            size--;
        }
    }

    /** Tells of names in the first records. */
    void tell(int waiting, Listener listener) {
        for (int k = 0; k < size; k++) {
            Slot slot = slots[k];
            if (records[k] < waiting && slot.watched() && !listener.hear(slot.parent, slot.name(), records[k])) {
                slot.unwatch();
            }
        }
    }

    /** The first records were decided and are forgotten. */
    void resumed(int decided) {
        int kept = 0;
        for (int k = 0; k < size; k++) {
            if (records[k] >= decided) {
                slots[kept] = slots[k];
                records[kept++] = records[k] - decided;
            }
        }
        size = kept;
    }
}
