package dev.sluice.policy.field;

/**
 * What happens to one field of one record. The reason is an index that the decision's owner resolves, so that this package
 * knows nothing of policies.
 */
public sealed interface FieldDecision {

    int reason();

    /** The field leaves in this form. */
    record Share(Form form, int reason) implements FieldDecision {}

    /** The field stays. */
    record Withhold(int reason) implements FieldDecision {}
}
