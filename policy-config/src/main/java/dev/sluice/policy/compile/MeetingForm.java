package dev.sluice.policy.compile;

import dev.sluice.policy.diagnostic.SourceLocation;
import dev.sluice.policy.model.FormSpec;
import dev.sluice.policy.model.FormTraits;
import dev.sluice.policy.model.Named;
import dev.sluice.policy.transform.Keyed;
import java.util.List;

/**
 * A form as it meets others on one node: defaults filled in, so that equal ones do the same, and the envelope apart
 * from what is
 * in it.
 *
 * @param spec what becomes of the value; never {@link FormSpec.Encrypt}
 * @param handle whether it is the handle of the customer
 * @param enveloped whether the result is encrypted to the partner
 */
public record MeetingForm(FormSpec spec, boolean handle, boolean enveloped) {

    /** The place of words that were filled in. */
    static final SourceLocation NOWHERE = new SourceLocation("", 1, 1);

    static final MeetingForm AS_IS = new MeetingForm(new FormSpec.AsIs(), false, false);

    /** The word of the policy language. */
    public String word() {
        if (handle) {
            return "customer: pseudonym";
        }
        if (!enveloped) {
            return spec.word();
        }
        return spec instanceof FormSpec.AsIs ? "encrypt" : spec.word() + ", encrypt";
    }

    /** What becomes of the value, in words that may follow <i>leaves</i>. */
    public String text() {
        return spec.traits().text() + (enveloped ? ", encrypted to it" : "");
    }

    /** Whether the receiver can still learn more from it than from another, by the order of forms. */
    public boolean milderThan(MeetingForm other) {
        return FormOrder.compare(this, other) == FormOrder.Relation.MILDER;
    }

    /** What becomes of the value, step by step. */
    List<FormSpec> steps() {
        return spec.steps();
    }

    /** The same, in an envelope or not. */
    public MeetingForm inEnvelope(boolean sealed) {
        return new MeetingForm(spec, handle, sealed);
    }

    /** The same whatever its keys are. */
    MeetingForm withoutKeys() {
        FormSpec bare = spec instanceof FormSpec.Pipeline pipeline
                ? new FormSpec.Pipeline(
                        pipeline.steps().stream().map(MeetingForm::bare).toList())
                : bare(spec);
        return new MeetingForm(bare, handle, enveloped);
    }

    private static FormSpec bare(FormSpec step) {
        return step instanceof Keyed keyed && keyed.domain() != null
                ? keyed.with(new Named("", NOWHERE), keyed.domain())
                : step;
    }

    /** Whether it can apply to every value. */
    public boolean total() {
        return spec instanceof FormSpec.AsIs || hollow();
    }

    /**
     * Whether it is fit for the same values as another: forms of one kind are, whatever their parameters; of several steps
     * and alphabets it depends.
     */
    public boolean fitAs(MeetingForm other) {
        return spec.equals(other.spec) || !spec.choosy() && spec.getClass() == other.spec.getClass();
    }

    /** Whether nothing of the value is left. */
    boolean hollow() {
        return spec.traits().left() == FormTraits.Left.NOTHING;
    }

    /** Whether the receiver has the value, or can check a guess of it: as it is, encrypted to it, or as a match hash. */
    public boolean clear() {
        return spec.traits().left().clear();
    }
}
