package dev.sluice.policy.field;

/**
 * The records that wait for a decision, in document order, each enclosing record before those nested in it. A nested
 * record and its enclosing one always wait together.
 */
public interface RecordBatch {

    int size();

    /** A view, valid until the next call or until the records are resumed. */
    RecordFacts record(int index);

    /** The index of the record around this one, or {@link FieldTree#NONE}. */
    int enclosing(int index);

    /** The node of the catalog's tree at which the record begins, or {@link FieldTree#NONE} if that is not told. */
    default int begins(int index) {
        return FieldTree.NONE;
    }

    /** Whether {@code null} stands in the record's place: it is nobody's, and says nothing of the person around it. */
    boolean absent(int index);

    /** The facts of the document outside records that stood before this record. A view, like {@link #record}. */
    RecordFacts document(int index);
}
