package dev.sluice.policy.form;

import dev.sluice.policy.field.Form;
import dev.sluice.policy.field.RecordContext;
import dev.sluice.policy.field.Scalar;

/** A constant of the bundle in the place of any value. */
public final class Replace implements Form {

    private final Scalar with;

    public Replace(Scalar with) {
        this.with = with;
    }

    @Override
    public Scalar apply(Scalar value, RecordContext context) {
        return with;
    }

    @Override
    public String name() {
        return "replace";
    }
}
