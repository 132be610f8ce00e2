package dev.sluice.policy.transform;

import dev.sluice.policy.field.Form;
import dev.sluice.policy.form.Initial;
import dev.sluice.policy.model.FormTraits;
import dev.sluice.policy.model.FormTraits.Left;
import dev.sluice.policy.model.PipelineStep;

/** The first letter and a full stop. */
public record InitialSpec() implements Transform {

    static final FormWord WORD = FormWord.alone("initial", new InitialSpec());

    @Override
    public String word() {
        return WORD.word();
    }

    @Override
    public FormTraits traits() {
        return new FormTraits(Left.PART, PipelineStep.OF_ANYTHING, "as an initial");
    }

    @Override
    public Form form(Setting setting) {
        return new Initial();
    }
}
