package dev.sluice.policy.transform;

import dev.sluice.policy.field.Form;
import dev.sluice.policy.form.MaskEmail;
import dev.sluice.policy.model.FormSpec;
import dev.sluice.policy.model.FormTraits;
import dev.sluice.policy.model.FormTraits.Left;
import dev.sluice.policy.model.PipelineStep;
import dev.sluice.policy.yaml.YamlFields;
import dev.sluice.policy.yaml.YamlNode;
import java.util.List;
import java.util.Optional;

/** {@code mask_email: { keep: domain }}; without it the domain is masked too. */
public record MaskEmailSpec(boolean keepDomain) implements Transform {

    static final FormWord WORD = FormWord.either("mask_email", new MaskEmailSpec(false), MaskEmailSpec::read);

    private static Optional<FormSpec> read(YamlNode value, Reading reading) {
        return reading.expect().map(value, "`mask_email`").map(map -> {
            YamlFields fields = reading.fields(map, "mask-email");
            Optional<String> kept =
                    fields.requiredText("keep").flatMap(text -> reading.oneOf(text, "`keep`", List.of("domain")));
            fields.rejectOthers();
            return new MaskEmailSpec(kept.isPresent());
        });
    }

    @Override
    public String word() {
        return WORD.word();
    }

    @Override
    public FormTraits traits() {
        return new FormTraits(
                Left.PART,
                PipelineStep.OF_THE_ORIGINAL,
                "as a masked address" + (keepDomain ? " with its domain" : ""));
    }

    @Override
    public boolean tellsMoreThan(FormSpec other) {
        return other instanceof MaskEmailSpec mask && keepDomain && !mask.keepDomain;
    }

    @Override
    public Form form(Setting setting) {
        return new MaskEmail(keepDomain);
    }
}
