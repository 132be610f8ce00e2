package dev.sluice.policy.field;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One outcome: the decision for each class of a {@link FieldPlan}. Immutable, memoised by whoever decides, shared between
 * threads; compare by identity.
 */
public final class FieldDecisions {

    private final boolean leaves;
    private final int reason;
    private final FieldDecision[] byClass;
    private final @Nullable Form[] forms;

    /**
     * @param leaves whether anything of the record leaves
     * @param reason why it does, or why not
     * @param byClass one decision for each class of the plan; class 0 withholds
     */
    public FieldDecisions(boolean leaves, int reason, List<FieldDecision> byClass) {
        this.leaves = leaves;
        this.reason = reason;
        this.byClass = byClass.toArray(FieldDecision[]::new);
        this.forms = new Form[this.byClass.length];
        for (int k = 0; k < forms.length; k++) {
            forms[k] = leaves && this.byClass[k] instanceof FieldDecision.Share share ? share.form() : null;
        }
    }

    /** Whether anything of the record leaves. */
    public boolean leaves() {
        return leaves;
    }

    /** Why the record leaves or not. */
    public int reason() {
        return reason;
    }

    public FieldDecision at(int fieldClass) {
        return byClass[fieldClass];
    }

    /** The form in which this class leaves, or null if it stays. */
    public @Nullable Form form(int fieldClass) {
        return forms[fieldClass];
    }

    public int classes() {
        return byClass.length;
    }
}
