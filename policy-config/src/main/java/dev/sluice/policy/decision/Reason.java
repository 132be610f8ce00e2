package dev.sluice.policy.decision;

import dev.sluice.policy.diagnostic.SourceLocation;
import org.jspecify.annotations.Nullable;

/**
 * Why a field or a record leaves or stays.
 *
 * @param rule {@code policy} or {@code policy/rule}, or null where no rule spoke
 * @param location where that rule stands, or null
 */
public record Reason(
        Cause cause, @Nullable String rule, @Nullable SourceLocation location) {

    /** What decided. The code is a metric's label and a report's word. */
    public enum Cause {
        SHARED("shared", "a rule shares it"),
        NOT_SHARED("not_shared", "no policy shares it with this partner for this purpose"),
        CONDITION_NOT_MET("condition_not_met", "a rule would share it, but its conditions are not met"),
        NO_CONSENT("no_consent", "a rule would share it, but the customer has not agreed"),
        OBJECTED("objected", "a rule would share it, but the customer objects, or may have"),
        ROW_NEED_MISSING("row_need_missing", "what the policy needs of each customer may not leave"),
        FORBIDDEN("forbidden", "a rule forbids it"),
        NOTHING_PERSONAL("nothing_personal", "nothing personal of this customer may leave"),
        UNUSABLE_ID("unusable_id", "the customer's id is not usable"),
        DUPLICATE_MEMBER("duplicate_member", "a catalogued member stands twice"),
        LONE_SURROGATE("lone_surrogate", "a text is not well-formed Unicode"),
        RECORD_TOO_LARGE("record_too_large", "the record is larger than the limit"),
        ENCLOSING_WITHHELD("enclosing_withheld", "the record around it is withheld"),
        FORM_CANNOT_APPLY("form_cannot_apply", "the form that the policy asks for cannot apply to the value"),
        UNCLASSIFIED("unclassified", "no catalog knows it");

        private final String code;
        private final String text;

        Cause(String code, String text) {
            this.code = code;
            this.text = text;
        }

        public String code() {
            return code;
        }

        public String text() {
            return text;
        }
    }
}
