package dev.sluice.policy.form;

import dev.sluice.policy.field.Form;
import dev.sluice.policy.field.RecordContext;
import dev.sluice.policy.field.Scalar;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A form that holds only where the others that met it on the field could apply too. */
public final class AllApply implements Form {

    private final Form form;
    private final Form[] others;

    public AllApply(Form form, List<Form> others) {
        this.form = form;
        this.others = others.toArray(Form[]::new);
    }

    /** The form itself. */
    public Form form() {
        return form;
    }

    /** Those that must be able to apply. */
    public List<Form> others() {
        return List.of(others);
    }

    @Override
    public @Nullable Scalar apply(Scalar value, RecordContext context) {
        for (Form other : others) {
            if (other.apply(value, context) == null) {
                return null;
            }
        }
        return form == Form.NULLIFY ? Scalar.NULL : form.apply(value, context);
    }

    @Override
    public String name() {
        return form.name();
    }
}
