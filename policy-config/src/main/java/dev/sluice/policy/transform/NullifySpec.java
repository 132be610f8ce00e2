package dev.sluice.policy.transform;

import dev.sluice.policy.field.Form;
import dev.sluice.policy.model.FormTraits;
import dev.sluice.policy.model.FormTraits.Left;
import dev.sluice.policy.model.PipelineStep;

/** Always null. */
public record NullifySpec() implements Transform {

    static final FormWord WORD = FormWord.alone("nullify", new NullifySpec());

    @Override
    public String word() {
        return WORD.word();
    }

    @Override
    public FormTraits traits() {
        return new FormTraits(Left.NOTHING, PipelineStep.ALONE, "as null");
    }

    @Override
    public Form form(Setting setting) {
        return Form.NULLIFY;
    }
}
