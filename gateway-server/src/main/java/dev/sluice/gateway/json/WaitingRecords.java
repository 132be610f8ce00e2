package dev.sluice.gateway.json;

import dev.sluice.policy.field.FieldNode;
import dev.sluice.policy.field.FieldTree;
import dev.sluice.policy.field.RecordBatch;
import dev.sluice.policy.field.RecordFacts;
import java.util.Arrays;

/**
 * The records in the window, in document order: those that wait for a decision and, behind them, the one that is being
 * read. A batch is all that are whole, with what is nested in them.
 */
final class WaitingRecords implements RecordBatch {

    private static final int STRIDE = 9;
    private static final int TYPE = 0;
    private static final int ENCLOSING = 1;
    /** Its facts stand in this part of the tape, with those of records nested in it. */
    private static final int FACTS_FROM = 2;

    private static final int FACTS_TO = 3;
    /** The document's facts that stood before it. */
    private static final int DOCUMENT_FROM = 4;

    private static final int DOCUMENT_TO = 5;
    private static final int FAULT = 6;
    private static final int ABSENT = 7;
    private static final int NODE = 8;

    private final FactTape facts = new FactTape();
    private final DocumentFacts document;
    private final FactsView view = new FactsView(facts);
    private final FactsView documentView;
    private final Window window;
    private final JsonLimits limits;
    private int[] records = new int[STRIDE * 64];
    private int count;
    private int whole;

    WaitingRecords(Window window, DocumentFacts document, JsonLimits limits) {
        this.window = window;
        this.limits = limits;
        this.document = document;
        this.documentView = new FactsView(document.facts());
    }

    void clear() {
        count = 0;
        whole = 0;
        facts.clear();
    }

    /**
     * Begins a record; facts noted from now on are its own.
     *
     * @param absent whether {@code null} stands in its place
     */
    int begin(FieldNode node, int enclosing, boolean absent) {
        if ((count + 1) * STRIDE > records.length) {
            records = Arrays.copyOf(records, records.length * 2);
        }
        int at = count * STRIDE;
        records[at + TYPE] = node.startsRecord();
        records[at + ENCLOSING] = enclosing;
        records[at + FACTS_FROM] = facts.size();
        records[at + FACTS_TO] = facts.size();
        records[at + DOCUMENT_FROM] = document.from();
        records[at + DOCUMENT_TO] = document.facts().size();
        records[at + FAULT] = RecordFault.NONE.ordinal();
        records[at + ABSENT] = absent ? 1 : 0;
        records[at + NODE] = node.index();
        return count++;
    }

    void note(int record, int slot, RecordFacts.Kind kind, boolean verbatim, int from, int to) {
        facts.add(record, slot, kind, verbatim, from, to);
        records[record * STRIDE + FACTS_TO] = facts.size();
    }

    void fault(int record, RecordFault fault) {
        if (records[record * STRIDE + FAULT] == RecordFault.NONE.ordinal()) {
            records[record * STRIDE + FAULT] = fault.ordinal();
        }
    }

    RecordFault faultOf(int record) {
        return RecordFault.of(records[record * STRIDE + FAULT]);
    }

    /** The outermost record has ended: it and all nested in it wait now. */
    void complete() {
        whole = count;
    }

    /** Forgets the record that is being read, with all nested in it. */
    void abandon() {
        if (count > whole) {
            facts.truncate(records[whole * STRIDE + FACTS_FROM]);
            count = whole;
        }
    }

    /** Forgets the records that waited. */
    void resumed() {
        int factsFrom = count == whole ? facts.size() : records[whole * STRIDE + FACTS_FROM];
        facts.dropBefore(factsFrom, whole);
        System.arraycopy(records, whole * STRIDE, records, 0, (count - whole) * STRIDE);
        count -= whole;
        for (int at = 0; at < count * STRIDE; at += STRIDE) {
            records[at + FACTS_FROM] -= factsFrom;
            records[at + FACTS_TO] -= factsFrom;
            if (records[at + ENCLOSING] != FieldTree.NONE) {
                records[at + ENCLOSING] -= whole;
            }
        }
        whole = 0;
    }

    /** Whether they must be decided before more is read. @param held how many bytes are held for their sake */
    boolean full(int held) {
        return whole >= limits.waiting() || held >= limits.window();
    }

    void shift(int by) {
        facts.shift(by);
    }

    @Override
    public int size() {
        return whole;
    }

    @Override
    public RecordFacts record(int index) {
        int at = index * STRIDE;
        return view.of(window.bytes(), index, records[at + TYPE], records[at + FACTS_FROM], records[at + FACTS_TO]);
    }

    @Override
    public int enclosing(int index) {
        return records[index * STRIDE + ENCLOSING];
    }

    @Override
    public int begins(int index) {
        return records[index * STRIDE + NODE];
    }

    @Override
    public boolean absent(int index) {
        return records[index * STRIDE + ABSENT] != 0;
    }

    @Override
    public RecordFacts document(int index) {
        int at = index * STRIDE;
        return documentView.of(
                document.bytes(),
                FieldTree.NONE,
                FieldTree.NONE,
                records[at + DOCUMENT_FROM],
                records[at + DOCUMENT_TO]);
    }
}
