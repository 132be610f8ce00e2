package dev.sluice.policy.field;

import org.jspecify.annotations.Nullable;

/**
 * What one record says of itself: the values that stood at the catalog's fact slots, as bytes of the document. A view
 * into the engine's window: valid only until the records waiting are resumed, on the thread that drives the engine.
 */
public interface RecordFacts {

    /** What stood at a fact's place. */
    enum Kind {
        NULL,
        STRING,
        NUMBER,
        TRUE,
        FALSE,
        OBJECT,
        ARRAY,
        /** Something of the wrong kind stood on the way, or the text is not well-formed Unicode. */
        UNUSABLE
    }

    /** No further value. */
    int NONE = -1;

    /** The record type, or {@link FieldTree#NONE} for the document outside records. */
    int recordType();

    /** The first value seen for a slot, in document order, or {@link #NONE}: the member is missing. */
    int first(int slot);

    /** The next value for the same slot, or {@link #NONE}. */
    int next(int value);

    Kind kind(int value);

    /** The array that {@link #from} and {@link #to} point into. */
    byte[] bytes();

    /** Where the raw scalar begins: behind the quote of a string. */
    int from(int value);

    /** Where the raw scalar ends: before the closing quote of a string. */
    int to(int value);

    /** Whether the raw bytes of a string are its text: no escape in it. */
    boolean verbatim(int value);

    /** The decoded text of a scalar, or null for {@code null}, containers and the unusable. */
    @Nullable String text(int value);
}
