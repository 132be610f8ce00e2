package dev.sluice.gateway.json;

import dev.sluice.policy.field.FieldTree;
import java.util.Arrays;

/**
 * Names that no catalog knows, in the records of the window, as long as somebody wants to hear of them. Once nobody does, a
 * name costs nothing here. Bounded: what is beyond is not told.
 */
public final class UnknownNames {

    /** What {@link Listener#customer} says of a record that is about nobody it could tell from others. */
    public static final long NOBODY = 0;

    private static final int MOST = 16 * 1024;

    private Slot[] slots = new Slot[64];
    private int[] records = new int[64];
    private int size;

    /** Hears which customers' records hold a name. */
    public interface Listener {

        /** What tells the customer of a waiting record from others, or {@link #NOBODY}. Asked once for each record. */
        long customer(int record);

        /**
         * @param around the catalogued node around the member
         * @param name the member's name in UTF-8; the engine's own array
         * @return whether to tell of this name again
         */
        boolean holds(long customer, int around, byte[] name);
    }

    /** Hears how often a name stood somewhere. */
    @FunctionalInterface
    public interface Counter {

        /** As {@link Listener#holds}. */
        void count(int around, byte[] name, int times);
    }

    UnknownNames() {}

    void clear() {
        size = 0;
    }

    void note(Slot slot, int record) {
        if (record == FieldTree.NONE || size == MOST) {
            return;
        }
        if (size == slots.length) {
            slots = Arrays.copyOf(slots, size * 2);
            records = Arrays.copyOf(records, size * 2);
        }
        slots[size] = slot;
        records[size++] = record;
    }

    /** The records from this one on were forgotten. */
    void abandoned(int first) {
        while (size > 0 && records[size - 1] >= first) {
            size--;
        }
    }

    /** Tells of names in the first records, of each name and customer once in a while. */
    void tell(int waiting, Listener listener) {
        int asked = FieldTree.NONE;
        long customer = NOBODY;
        for (int k = 0; k < size; k++) {
            Slot slot = slots[k];
            if (records[k] >= waiting || !slot.watched()) {
                continue;
            }
            if (records[k] != asked) {
                asked = records[k];
                customer = listener.customer(asked);
            }
            if (customer != NOBODY
                    && slot.holders().isNew(customer)
                    && !listener.holds(customer, slot.parent, slot.name())) {
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
