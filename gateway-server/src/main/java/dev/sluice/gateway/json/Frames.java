package dev.sluice.gateway.json;

/** The containers that are open, outermost first; at 0 stands what is around the document. */
final class Frames {

    /** A record begins and ends with this container. */
    static final int RECORD = 1;
    /** So does a member whose name is data. */
    static final int NAMED = 1 << 1;
    /** It is an element whose selecting members are looked for. */
    static final int PROBED = 1 << 2;
    /** It is a record that is too large. */
    static final int TOO_LARGE = 1 << 3;

    final Slot[] box;
    /** The member read last, where the next is predicted from. */
    final Slot[] member;

    final int[] inside;
    final int[] containerClass;
    final int[] marks;
    final int[] index;
    final boolean[] array;
    /** Whether no white space stands before what comes first in it. */
    final boolean[] tight;

    int depth;

    Frames(int depthLimit) {
        int size = depthLimit + 2;
        box = new Slot[size];
        member = new Slot[size];
        inside = new int[size];
        containerClass = new int[size];
        marks = new int[size];
        index = new int[size];
        array = new boolean[size];
        tight = new boolean[size];
        box[0] = Slot.NOWHERE;
        member[0] = Slot.NOWHERE;
    }

    void push(Slot slot, int id, int fieldClass, int mark, boolean isArray) {
        int d = ++depth;
        box[d] = slot;
        inside[d] = id;
        containerClass[d] = fieldClass;
        marks[d] = mark;
        index[d] = 0;
        array[d] = isArray;
    }

    /** Makes all from {@code from} on something that is only checked. */
    void lose(int from, Slot lost, Slot anchor) {
        for (int d = from; d <= depth; d++) {
            box[d] = lost;
            member[d] = anchor;
            containerClass[d] = 0;
            marks[d] = 0;
        }
    }
}
