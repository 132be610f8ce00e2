package dev.sluice.gateway.json;

import dev.sluice.policy.field.AddedMember;
import dev.sluice.policy.field.FieldDecisions;
import dev.sluice.policy.field.FieldPlan;
import dev.sluice.policy.field.Form;
import dev.sluice.policy.field.RecordContext;
import dev.sluice.policy.field.RecordVerdict;
import dev.sluice.policy.field.Scalar;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Turns the tape and the decisions into bytes that may leave, and mends the commas: an entry brings all that stood
 * between it and what was before it, but the first survivor of a container leaves its comma behind and has the white
 * space of what stood first. No stack is needed for that: it is the first if the container's opening bracket is what was
 * emitted last.
 */
final class Emitter {

    private static final int NOTHING = -1;
    /** What is around the documents of a body, as if it were a container that opens with it. */
    private static final int BODY = 0;

    private static final byte[] NONE = new byte[0];

    private final Output output;
    private final ChangedValues values = new ChangedValues();
    private final int always;
    private DisclosureTally tally;
    /** The verdicts on the records that are open, by depth; on what is around them first. */
    private RecordVerdict[] inForce = new RecordVerdict[8];

    private int depth;
    private int lastOpened;
    /** What the container emitted last begins with, if {@link #spaceIn} is its number. */
    private byte[] space = NONE;

    private int spaceIn;
    /** What the body begins with. */
    private byte[] firstSpace = NONE;

    private boolean lines;
    /** Whether anything of a document that has ended left. */
    private boolean documentLeft;

    private int skipping;
    private boolean inDocument;
    private boolean recordLeft;
    /** Whether a document of several stays whole that only a record which stays would have stood in. */
    private boolean holding;

    private boolean recordShared;
    private byte @Nullable [] changedName;
    private final DataNames changedNames = new DataNames();
    private final HeldNames heldNames = new HeldNames();
    private int nameFrom;
    private int nameTo;

    Emitter(Output output, int always, DisclosureTally tally) {
        this.output = output;
        this.always = always;
        this.tally = tally;
    }

    /**
     * @param inLines whether documents follow each other
     * @param several whether some of them may be one record's alone
     */
    void start(
            FieldDecisions document, RecordContext context, DisclosureTally counts, boolean inLines, boolean several) {
        tally = counts;
        depth = 0;
        inForce[0] = new RecordVerdict(document, context);
        lines = inLines;
        documentLeft = false;
        firstSpace = NONE;
        lastOpened = NOTHING;
        spaceIn = NOTHING;
        skipping = 0;
        inDocument = false;
        recordLeft = false;
        changedName = null;
        changedNames.clear();
        heldNames.clear();
        holding = several;
        begin();
        awaitFirst();
    }

    private void begin() {
        recordShared = false;
        if (holding) {
            output.hold();
        }
    }

    /** What leaves next leaves first of all lines, and must not tell by its white space that others stood before it. */
    private void awaitFirst() {
        if (lines && !documentLeft) {
            lastOpened = BODY;
            spaceIn = BODY;
            space = firstSpace;
        }
    }

    /** Whether a byte of some record has left. */
    boolean recordLeft() {
        return recordLeft;
    }

    /** Emits the entries before {@code end}; {@code verdicts} are those of the records that begin there. */
    void emit(Tape tape, int end, byte[] window, RecordVerdict[] verdicts, WaitingRecords records)
            throws MalformedHere {
        output.from(window);
        int[] e = tape.entries;
        for (int t = 0; t < end; t += Tape.STRIDE) {
            int meta = e[t];
            if (skipping > 0) {
                skip(e, t);
            } else if (meta <= Tape.CLASS_MASK) {
                run(e, t, meta, window);
            } else {
                other(e, t, window, verdicts, records);
            }
        }
        output.flush();
        values.forget();
    }

    private void run(int[] e, int t, int fieldClass, byte[] window) {
        if (fieldClass != always && inForce[depth].decisions().form(fieldClass) == null) {
            tally.withheld(fieldClass, e[t + Tape.FIELDS], inForce[depth].decisions());
            return;
        }
        tally.shared(fieldClass, e[t + Tape.FIELDS]);
        span(lead(e, t, window), e[t + Tape.TO]);
        lastOpened = e[t + Tape.OPENS] == 0 ? NOTHING : e[t + Tape.OPENS];
    }

    /** Where what leaves of an entry begins. */
    private int lead(int[] e, int t, byte[] window) {
        if (e[t + Tape.INSIDE] != lastOpened) {
            return e[t + Tape.LEAD];
        }
        int behindComma = e[t + Tape.AFTER_COMMA];
        return spaceIn == lastOpened ? behindSpace(window, behindComma) : behindComma;
    }

    /** Writes the white space of what stood first instead of that from {@code from} on; none before a closing bracket. */
    private int behindSpace(byte[] window, int from) {
        int to = JsonBytes.spaceEnd(window, from);
        boolean closes = window[to] == ']' || window[to] == '}';
        if (closes || Arrays.equals(window, from, to, space, 0, space.length)) {
            return from;
        }
        output.write(space);
        return to;
    }

    private void space(int[] e, int t, byte[] window) {
        if (e[t + Tape.INSIDE] == lastOpened) {
            space = Arrays.copyOfRange(window, e[t + Tape.FROM], e[t + Tape.TO]);
            spaceIn = lastOpened;
            firstSpace = spaceIn == BODY ? space : firstSpace;
        }
    }

    private void span(int from, int to) {
        inDocument = true;
        recordLeft |= depth > 0;
        heldNames.leave(tally);
        if (changedName == null) {
            output.span(from, to);
            return;
        }
        output.span(from, nameFrom);
        output.write(changedName);
        output.span(nameTo, to);
        changedName = null;
    }

    private void other(int[] e, int t, byte[] window, RecordVerdict[] verdicts, WaitingRecords records) {
        switch (e[t] >>> Tape.KIND_SHIFT) {
            case Tape.VALUE -> value(e, t, window);
            case Tape.RECORD_BEGIN -> beginRecord(e[t + Tape.INSIDE], verdicts, records);
            case Tape.RECORD_END -> endRecord();
            case Tape.NAME_BEGIN -> beginName(e, t, window);
            case Tape.NAME_END -> endName();
            case Tape.TAIL -> tail(e, t);
            case Tape.SPACE -> space(e, t, window);
            case Tape.BODY_END -> bodyEnd(e, t);
            default -> throw new IllegalStateException("no such entry on the tape");
        }
    }

    private void value(int[] e, int t, byte[] window) {
        int fieldClass = e[t] & Tape.CLASS_MASK;
        Form form = inForce[depth].decisions().form(fieldClass);
        if (form == null) {
            tally.withheld(fieldClass, 1, inForce[depth].decisions());
            return;
        }
        int from = e[t + Tape.FROM];
        int to = e[t + Tape.TO];
        if (form == Form.AS_IS) {
            tally.shared(fieldClass, 1);
            span(lead(e, t, window), to);
        } else {
            byte[] changed = values.of(form, inForce[depth].context(), window, from, to);
            if (changed == null) {
                tally.withheld(fieldClass, 1, DisclosureTally.CANNOT_APPLY);
                return;
            }
            tally.changed(fieldClass, form);
            span(lead(e, t, window), from);
            output.write(changed);
        }
        lastOpened = NOTHING;
    }

    private void beginRecord(int record, RecordVerdict[] verdicts, WaitingRecords records) {
        RecordFault fault = records.faultOf(record);
        FieldDecisions decided = verdicts[record].decisions();
        if (fault != RecordFault.NONE || !decided.leaves()) {
            tally.withheldRecord(fault == RecordFault.NONE ? decided.reason() : DisclosureTally.reasonOf(fault));
            skipping = 1;
            return;
        }
        tally.sharedRecord();
        if (holding && !recordShared) {
            recordShared = true;
            output.letGo();
        }
        values.forget();
        depth++;
        if (depth == inForce.length) {
            inForce = Arrays.copyOf(inForce, depth * 2);
        }
        inForce[depth] = verdicts[record];
    }

    private void endRecord() {
        for (AddedMember member : inForce[depth].added()) {
            if (output.addMember(JsonText.encode(member.name()), ChangedValues.encoded(member.value()))) {
                tally.changed(member.fieldClass(), member.form());
            }
        }
        depth--;
        values.forget();
    }

    private void beginName(int[] e, int t, byte[] window) {
        int nameClass = e[t] & Tape.CLASS_MASK;
        Form form = inForce[depth].decisions().form(nameClass);
        if (form == null) {
            tally.withheld(nameClass, nameClass == FieldPlan.NEVER ? 0 : 1, inForce[depth].decisions());
            skipping = 1;
            return;
        }
        if (form != Form.AS_IS && !changeName(e, t, window, form)) {
            tally.withheld(nameClass, 1, DisclosureTally.CANNOT_APPLY);
            skipping = 1;
            return;
        }
        heldNames.hold(nameClass, form);
    }

    /** Whether a name can leave in this form. Two names may become one: a reader would keep one, and nobody knows which. */
    private boolean changeName(int[] e, int t, byte[] window, Form form) {
        nameFrom = e[t + Tape.FROM];
        nameTo = e[t + Tape.TO];
        Scalar changed = form == Form.NULLIFY
                ? null
                : form.apply(ChangedValues.scalar(window, nameFrom, nameTo), inForce[depth].context());
        if (changed == null || changedNames.againLately(e[t + Tape.INSIDE], changed.text())) {
            return false;
        }
        changedName = JsonText.encode(changed.text());
        return true;
    }

    private void endName() {
        changedName = null;
        heldNames.end();
    }

    private void skip(int[] e, int t) {
        switch (e[t] >>> Tape.KIND_SHIFT) {
            case Tape.RECORD_BEGIN -> {
                skipping++;
                tally.withheldRecord(DisclosureTally.ENCLOSING_WITHHELD);
            }
            case Tape.NAME_BEGIN -> {
                skipping++;
                tally.withheldWithRecord(e[t] & Tape.CLASS_MASK, 1);
            }
            case Tape.RECORD_END, Tape.NAME_END -> skipping--;
            default -> tally.withheldWithRecord(e[t] & Tape.CLASS_MASK, e[t + Tape.FIELDS]);
        }
    }

    private void tail(int[] e, int t) {
        if (inDocument) {
            output.span(e[t + Tape.FROM], e[t + Tape.TO]);
        }
        if (e[t + Tape.OPENS] != 0) {
            end(e[t + Tape.FIELDS] != 0);
            begin();
        }
    }

    private void bodyEnd(int[] e, int t) {
        if (documentLeft) {
            output.letGo();
            output.span(e[t + Tape.FROM], e[t + Tape.TO]);
        }
    }

    /** A document has ended. @param alone whether it stays whole unless a record of it leaves */
    void end(boolean alone) {
        if (holding && alone && !recordShared) {
            output.dropHeld();
            awaitFirst();
        } else {
            output.letGo();
            documentLeft |= inDocument;
        }
        inDocument = false;
    }
}
