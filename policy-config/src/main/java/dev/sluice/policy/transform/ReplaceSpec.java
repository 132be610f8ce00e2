package dev.sluice.policy.transform;

import dev.sluice.policy.field.Form;
import dev.sluice.policy.field.Scalar;
import dev.sluice.policy.form.Replace;
import dev.sluice.policy.model.FactValue;
import dev.sluice.policy.model.FormTraits;
import dev.sluice.policy.model.FormTraits.Left;
import dev.sluice.policy.model.PipelineStep;

/** Always the same value: {@code replace: hidden}. */
public record ReplaceSpec(FactValue with) implements Transform {

    static final FormWord WORD = FormWord.with(
            "replace", (value, reading) -> reading.value(value, "`replace`").map(ReplaceSpec::new), "`replace: text`");

    @Override
    public String word() {
        return WORD.word();
    }

    @Override
    public FormTraits traits() {
        return new FormTraits(
                Left.NOTHING,
                PipelineStep.ALONE,
                "replaced by " + (with.kind() == FactValue.Kind.STRING ? "`" + with.text() + "`" : with.text()));
    }

    @Override
    public Form form(Setting setting) {
        return new Replace(new Scalar(Scalar.Kind.valueOf(with.kind().name()), with.text()));
    }
}
