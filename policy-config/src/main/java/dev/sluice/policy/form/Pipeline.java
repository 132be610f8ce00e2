package dev.sluice.policy.form;

import dev.sluice.policy.field.Form;
import dev.sluice.policy.field.RecordContext;
import dev.sluice.policy.field.Scalar;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Several forms in turn, each on what the one before made of the value. */
public final class Pipeline implements Form {

    private final Form[] steps;
    private final String name;

    public Pipeline(List<Form> steps) {
        this.steps = steps.toArray(Form[]::new);
        this.name = steps.stream().map(Form::name).collect(Collectors.joining("+"));
    }

    @Override
    public @Nullable Scalar apply(Scalar value, RecordContext context) {
        Scalar changed = value;
        for (Form step : steps) {
            changed = step.apply(changed, context);
            if (changed == null) {
                return null;
            }
        }
        return changed;
    }

    /** The words of its steps, joined by a plus. */
    @Override
    public String name() {
        return name;
    }
}
