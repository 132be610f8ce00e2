package dev.sluice.gateway.json;

import dev.sluice.policy.field.FieldNode;
import dev.sluice.policy.field.FieldPlan;
import dev.sluice.policy.field.FieldTree;
import org.jspecify.annotations.Nullable;

/**
 * All that happens on the way which is not the everyday scalar or container: records begin and end, facts are noted,
 * names that are data are marked, elements are probed. What is read once per record may cost a little; the walk itself
 * does not pay for it.
 */
final class RecordKeeper {

    private final FieldPlan plan;
    private final FieldTree tree;
    private final JsonLimits limits;
    private final Window window;
    private final Tape tape;
    private final WaitingRecords waiting;
    private final FactReader facts;
    private final Slots slots;
    private final UnknownNames names = new UnknownNames();
    private final ElementProbe probe = new ElementProbe();
    private final DataNames dataNames = new DataNames();
    private DisclosureTally tally;
    private int record = FieldTree.NONE;
    /** By node: whether a document has one record there at most. */
    private final boolean[] single;

    private final boolean singleOnly;
    private boolean alone;

    private int outermostStart;
    private int outermostTape;
    private int outermostFrame;
    private int nameFrom;
    private int nameTo;
    private boolean nameEscaped;

    RecordKeeper(
            FieldPlan plan,
            JsonLimits limits,
            Window window,
            Tape tape,
            WaitingRecords waiting,
            FactReader facts,
            Slots slots,
            RecordPlaces places,
            DisclosureTally tally) {
        this.plan = plan;
        this.tree = plan.tree();
        this.limits = limits;
        this.window = window;
        this.tape = tape;
        this.waiting = waiting;
        this.facts = facts;
        this.slots = slots;
        this.tally = tally;
        this.single = new boolean[tree.size()];
        places.single().forEach(node -> single[node] = true);
        this.singleOnly = places.singleOnly();
    }

    void start(DisclosureTally counts) {
        tally = counts;
        names.clear();
        alone = false;
        record = FieldTree.NONE;
        probe.cancel();
    }

    /** What no catalog knows, in the records of the window. */
    UnknownNames names() {
        return names;
    }

    /** A document has ended. Returns whether it held a record that stands alone, or could hold no other. */
    boolean takeAlone() {
        boolean was = alone || singleOnly;
        alone = false;
        return was;
    }

    ElementProbe probe() {
        return probe;
    }

    /** The innermost record that is being read, or {@link FieldTree#NONE}. */
    int record() {
        return record;
    }

    int outermostStart() {
        return outermostStart;
    }

    void shift(int by) {
        outermostStart -= by;
        nameFrom -= by;
        nameTo -= by;
        probe.shift(by);
    }

    /** The tape's entries before {@code end} were dropped, {@code records} records with them. */
    void dropped(int end, int records) {
        outermostTape -= end;
        if (record != FieldTree.NONE) {
            record -= records;
        }
    }

    void named(int from, int to, boolean escaped) {
        nameFrom = from;
        nameTo = to;
        nameEscaped = escaped;
    }

    /** Begins what begins with a value at {@code slot}; {@code frame} is the depth that a container there has. */
    private int enter(Slot slot, int at, int lead, int inside, int frame) {
        int marks = 0;
        if ((slot.flags & Slot.RECORD) != 0) {
            if (record == FieldTree.NONE) {
                dataNames.clear();
                outermostStart = at;
                outermostTape = tape.size;
                outermostFrame = frame;
                alone |= single[slot.node];
            }
            boolean absent = window.bytes()[at] == 'n';
            record = waiting.begin(tree.node(slot.node), record, absent);
            tape.mark(Tape.RECORD_BEGIN, lead, record);
            marks |= Frame.RECORD;
        }
        if ((slot.flags & Slot.NAMED) != 0) {
            tape.name(plan.valueClass(tree.node(slot.node).name()), lead, inside, nameFrom, nameTo);
            marks |= Frame.NAMED;
        }
        if ((slot.flags & Slot.FACT) != 0) {
            facts.name(slot.node, record, window.bytes(), nameFrom, nameTo, nameEscaped);
        }
        return marks;
    }

    /** Ends what {@link #enter} began. Returns whether the outermost record has ended and waits now. */
    boolean leave(int marks, int end) {
        if ((marks & Frame.NAMED) != 0) {
            tape.mark(Tape.NAME_END, end, 0);
        }
        if ((marks & Frame.TOO_LARGE) != 0) {
            tally.withheldRecord(DisclosureTally.reasonOf(RecordFault.RECORD_TOO_LARGE));
        }
        if ((marks & Frame.RECORD) == 0) {
            return false;
        }
        tape.mark(Tape.RECORD_END, end, 0);
        record = waiting.enclosing(record);
        if (record != FieldTree.NONE) {
            return false;
        }
        if (end - outermostStart > limits.record()) {
            forgetRecord();
            tally.withheldRecord(DisclosureTally.reasonOf(RecordFault.RECORD_TOO_LARGE));
            return false;
        }
        waiting.complete();
        return true;
    }

    /**
     * The record that is being read is too large: forgets it, and makes what is left of it something that is only
     * checked.
     */
    void abandonRecord(Frame innermost) {
        forgetRecord();
        probe.cancel();
        Frame lost = innermost;
        for (Frame frame = innermost; frame.depth >= outermostFrame; frame = frame.around) {
            frame.lose(slots.lost(), slots.anchor(slots.lost()));
            lost = frame;
        }
        lost.marks = Frame.TOO_LARGE;
    }

    private void forgetRecord() {
        tape.size = outermostTape;
        waiting.abandon();
        names.abandoned(waiting.size());
        record = FieldTree.NONE;
    }

    /** A well-formed scalar at a place that has facts or may leave changed, and is nothing else. */
    void mild(Slot slot, int fieldClass, int lead, int comma, int inside, int from, int to, boolean escaped) {
        facts.scalar(slot.node, record, window.bytes(), from, to, escaped, true);
        note(slot, fieldClass, lead, comma, inside, from, to);
    }

    /** Puts a scalar on the tape, if anybody ever gets it. */
    private void note(Slot slot, int fieldClass, int lead, int comma, int inside, int from, int to) {
        if (fieldClass == FieldPlan.NEVER) {
            return;
        }
        if (window.bytes()[from] == 'n') {
            tape.run(fieldClass, lead, comma, inside, 0, to, 0);
        } else if ((slot.flags & Slot.CHANGING) != 0) {
            tape.value(fieldClass, lead, comma, inside, from, to);
        } else {
            tape.run(fieldClass, lead, comma, inside, 0, to, 1);
        }
    }

    /** A scalar that needs a second look. Returns whether the outermost record has ended with it. */
    boolean cold(
            Slot v,
            int k,
            int lead,
            int comma,
            int inside,
            int from,
            int to,
            boolean escaped,
            boolean wellFormed,
            Frame around)
            throws MalformedHere {
        boolean outside = record == FieldTree.NONE;
        boolean forgotten = window.bytes()[from] == '"' && forgettable(v);
        requireRoom(around, lead, from, forgotten ? from : to);
        int fieldClass = outside && !wellFormed ? FieldPlan.NEVER : k;
        if ((v.flags & Slot.COLD) != 0) {
            return scalar(v, fieldClass, lead, comma, inside, from, to, escaped, wellFormed, around.depth);
        }
        note(v, fieldClass, lead, comma, inside, from, to);
        v.count();
        return false;
    }

    /**
     * Outside records so much at most is held: of what stands from the end of a value to the end of the next.
     *
     * @param lead where the value before it ended
     * @param at where it begins itself, which is all that counts in a container that holds nothing in front of values
     */
    void requireRoom(Frame around, int lead, int at, int to) throws MalformedHere {
        if (to - lead <= limits.record() || record != FieldTree.NONE) {
            return;
        }
        int from = around.holds() ? lead : at;
        if (to - from > limits.record()) {
            throw new MalformedHere(from, "expected a scalar or white space of at most " + limits.record() + " bytes");
        }
    }

    /** A container opens at {@code at}. */
    void admit(Frame around, int lead, int at) throws MalformedHere {
        if (around.depth == limits.depth()) {
            throw new MalformedHere(at, "expected containers nested no deeper than " + limits.depth());
        }
        requireRoom(around, lead, at, at);
    }

    private boolean scalar(
            Slot slot,
            int fieldClass,
            int lead,
            int comma,
            int inside,
            int from,
            int to,
            boolean escaped,
            boolean wellFormed,
            int depth) {
        byte[] b = window.bytes();
        if (slot.node == Slot.GHOST) {
            slot.count();
            unknown(slot);
            selecting(slot, b, from, to, escaped, wellFormed);
            return false;
        }
        int marks = enter(slot, from, lead, inside, depth + 1);
        facts.scalar(slot.node, record, b, from, to, escaped, wellFormed);
        if ((slot.flags & Slot.FACTS_BELOW) != 0) {
            facts.scalarAbove(slot.node, record, b, from);
        }
        note(slot, fieldClass, lead, comma, inside, from, to);
        return leave(marks, to);
    }

    /** A name that no catalog knows, or something else that it does not know. */
    void unknown(Slot slot) {
        if (slot.watched()) {
            names.note(slot, record);
        }
    }

    private void selecting(Slot slot, byte[] b, int from, int to, boolean escaped, boolean wellFormed) {
        if ((slot.flags & Slot.PROBE) != 0 && probe.active()) {
            boolean text = b[from] == '"' && wellFormed;
            probe.note(slot.nameText(), text ? JsonText.decode(b, from + 1, to - 1, !escaped) : null);
        }
    }

    /**
     * A container opens at a place that needs a second look.
     *
     * @return the marks of its frame
     */
    int open(Slot slot, Slot array, int at, int lead, int comma, int inside, int depth) {
        byte[] b = window.bytes();
        if ((slot.flags & Slot.PROBED) != 0) {
            if (b[at] == '{') {
                probe.begin(array, at, lead, comma);
                return Frame.PROBED;
            }
            return 0;
        }
        if (slot.node == Slot.GHOST) {
            unknown(slot);
            selecting(slot, b, at, at, false, false);
            return 0;
        }
        int marks = enter(slot, at, lead, inside, depth + 1);
        facts.container(slot.node, record, b, at);
        if ((slot.flags & Slot.FACTS_BELOW) != 0) {
            facts.containerAbove(slot.node, record, b, b[at] == '[');
        }
        return marks;
    }

    /** A probed element has ended: the place that it is walked again as, or null if it is dropped whole. */
    @Nullable Slot probed(int marks, int end) {
        if ((marks & Frame.PROBED) == 0 || !probe.active()) {
            return null;
        }
        Slot array = probe.array();
        FieldNode node = tree.node(array.node);
        Slot selected = probe.end(node.selectors(), slots.selected(array));
        if (probe.ambiguous() || (selected != null && end - probe.start() > limits.record())) {
            facts.unusableBelow(array.node, record, window.bytes());
            return null;
        }
        if (selected == null) {
            tally.countUnclassified(array.node, 1);
        }
        return selected;
    }

    /** Whether a string at {@code slot} need not be held until its end. If so it is counted now. */
    boolean forget(Slot slot) {
        boolean forgotten = forgettable(slot);
        if (forgotten) {
            slot.count();
        }
        return forgotten;
    }

    private static boolean forgettable(Slot slot) {
        return slot.valueClass == FieldPlan.NEVER && (slot.flags & Slot.COLD & ~Slot.WATCHED) == 0;
    }

    /** A catalogued member stands twice in one object. */
    void duplicate(Slot slot, int at) throws MalformedHere {
        if (record == FieldTree.NONE) {
            throw new MalformedHere(at, "expected each catalogued member once");
        }
        waiting.fault(record, RecordFault.DUPLICATE_MEMBER);
        facts.duplicate(slot.node, record, window.bytes());
    }

    /**
     * A member whose name is data, in the object {@code inside}. In a record each such name stands once; outside, where
     * names would have to be remembered without bound, each is decided for itself.
     */
    void dataName(Slot slot, int inside, int from, int to, boolean escaped) throws MalformedHere {
        if (record != FieldTree.NONE
                && dataNames.again(inside, JsonText.decode(window.bytes(), from + 1, to - 1, !escaped))) {
            duplicate(slot, to);
        }
    }

    /** A text is not well-formed Unicode. Always true. */
    boolean loneSurrogate(StringScan strings) {
        strings.takeLoneSurrogate();
        if (record != FieldTree.NONE) {
            waiting.fault(record, RecordFault.LONE_SURROGATE);
        }
        return true;
    }
}
