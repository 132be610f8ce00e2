package dev.sluice.gateway.json;

import dev.sluice.policy.field.FieldPlan;
import org.jspecify.annotations.Nullable;

/** A container that is open; the outermost stands for what is around the document. Frames are used again. */
final class Frame {

    /** A record begins and ends with this container. */
    static final int RECORD = 1;
    /** So does a member whose name is data. */
    static final int NAMED = 1 << 1;
    /** It is an element whose selecting members are looked for. */
    static final int PROBED = 1 << 2;
    /** It is a record that is too large. */
    static final int TOO_LARGE = 1 << 3;

    /** How many containers are around it. */
    final int depth;

    /** What is around it; the outermost is around itself. */
    final Frame around;

    private @Nullable Frame within;

    Slot box = Slot.NOWHERE;
    /** The member read last, where the next is predicted from. */
    Slot member = Slot.NOWHERE;

    int inside;
    int containerClass = FieldPlan.NEVER;
    int marks;
    int index;
    boolean array;
    /** Whether no white space stands before what comes first in it. */
    boolean tight;

    /** The outermost. */
    Frame() {
        this.depth = 0;
        this.around = this;
    }

    private Frame(Frame around) {
        this.depth = around.depth + 1;
        this.around = around;
    }

    /** Whether the bytes in front of a value in it are held until it is known whether the value leaves. */
    boolean holds() {
        return depth == 0 || box.node != Slot.GHOST;
    }

    /** Opens a container in this one. */
    Frame open(Slot slot, Slot anchor, int id, int fieldClass, int mark, boolean isArray) {
        Frame opened = within;
        if (opened == null) {
            opened = new Frame(this);
            within = opened;
        }
        opened.box = slot;
        opened.member = anchor;
        opened.inside = id;
        opened.containerClass = fieldClass;
        opened.marks = mark;
        opened.index = 0;
        opened.array = isArray;
        return opened;
    }

    /**
     * Something comes first in it, behind white space. If that stays, another leaves first, which must not tell so by its
     * own white space.
     */
    void first(Tape tape, int from, int to) {
        tight = from == to;
        if (!tight && containerClass != FieldPlan.NEVER) {
            tape.space(inside, from, to);
        }
    }

    /** Makes it something that is only checked. */
    void lose(Slot lost, Slot anchor) {
        box = lost;
        member = anchor;
        containerClass = FieldPlan.NEVER;
        marks = 0;
    }
}
