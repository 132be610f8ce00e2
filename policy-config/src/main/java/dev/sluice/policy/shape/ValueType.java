package dev.sluice.policy.shape;

import java.util.List;

/** What may stand as a value. */
public sealed interface ValueType {

    /** A value without parts. */
    enum Plain implements ValueType {
        TEXT,
        /** A text for people, or of other files: nothing is compared with it, so anything may stand in it. */
        PROSE,
        ID,
        PATH,
        DAY,
        INSTANT,
        PERIOD,
        DURATION,
        SIZE,
        NUMBER,
        FLAG,
        NULL,
        /** A text, number or boolean. */
        SCALAR
    }

    /** A whole number within bounds, both included. */
    record Whole(int least, int most) implements ValueType {}

    /** A text out of few. */
    record OneOf(List<String> words) implements ValueType {
        public OneOf {
            words = List.copyOf(words);
        }
    }

    /** A text out of a shipped vocabulary, to which a bundle may add own ones. @param words such as {@code category} */
    record Known(String words) implements ValueType {}

    /** The {@code kind} of a document. */
    record Kind(String name) implements ValueType {}

    /** One of the words that begin the maps of a choice. */
    record WordsOf(String choice) implements ValueType {}

    /** @param filled whether it must not be empty */
    record ListOf(ValueType element, boolean filled) implements ValueType {}

    /** One value, or a list of them. @param filled whether the list must not be empty */
    record Some(ValueType element, boolean filled) implements ValueType {}

    /** A map whose keys are the author's own. */
    record MapOf(ValueType value) implements ValueType {}

    /** A shape, a choice or a type of the same table. */
    record Named(String name) implements ValueType {}

    record Either(List<ValueType> types) implements ValueType {
        public Either {
            types = List.copyOf(types);
        }
    }
}
