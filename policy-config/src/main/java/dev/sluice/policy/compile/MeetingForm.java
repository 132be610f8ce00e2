package dev.sluice.policy.compile;

import dev.sluice.policy.diagnostic.SourceLocation;
import dev.sluice.policy.model.FormSpec;
import java.util.Locale;

/**
 * A form as it meets others on one node: defaults filled in, so that equal ones do the same.
 *
 * @param handle whether it is the handle of the customer
 */
record MeetingForm(FormSpec spec, boolean handle) {

    /** The place of words that were filled in. */
    static final SourceLocation NOWHERE = new SourceLocation("", 1, 1);

    static final MeetingForm AS_IS = new MeetingForm(new FormSpec.AsIs(), false);

    /** The word of the policy language. */
    String word() {
        if (handle) {
            return "customer: pseudonym";
        }
        if (spec instanceof FormSpec.AsIs) {
            return "as_is";
        }
        return spec.getClass()
                .getSimpleName()
                .replaceAll("(?<=.)([A-Z])", "_$1")
                .toLowerCase(Locale.ROOT);
    }

    /** Whether it can apply to every value. */
    boolean total() {
        return spec instanceof FormSpec.AsIs || hollow();
    }

    /** Whether nothing of the value is left. */
    boolean hollow() {
        return spec instanceof FormSpec.Replace || spec instanceof FormSpec.Nullify;
    }
}
