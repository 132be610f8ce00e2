package dev.sluice.policy.field;

import org.jspecify.annotations.Nullable;

/**
 * The form in which a value leaves: as it is, masked, as a pseudonym. A pure function, safe for any number of threads; it
 * never throws with the value in its message.
 */
public interface Form {

    /** The form that changes nothing. An engine copies the original bytes instead of calling it. */
    Form AS_IS = new Form() {
        @Override
        public Scalar apply(Scalar value, RecordContext context) {
            return value;
        }

        @Override
        public String name() {
            return "as_is";
        }
    };

    /** The form that leaves {@code null} in the place of any value. An engine writes {@code null} instead of calling it. */
    Form NULLIFY = new Form() {
        @Override
        public @Nullable Scalar apply(Scalar value, RecordContext context) {
            return null;
        }

        @Override
        public String name() {
            return "nullify";
        }
    };

    /** The changed value, or null if this form cannot apply to it: then the value is withheld. */
    @Nullable Scalar apply(Scalar value, RecordContext context);

    /** The form's word in the policy language, the label of its metric. */
    String name();
}
