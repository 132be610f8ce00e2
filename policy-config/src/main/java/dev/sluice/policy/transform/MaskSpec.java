package dev.sluice.policy.transform;

import dev.sluice.policy.field.Form;
import dev.sluice.policy.form.Mask;
import dev.sluice.policy.model.FormSpec;
import dev.sluice.policy.model.FormTraits;
import dev.sluice.policy.model.FormTraits.Left;
import dev.sluice.policy.model.PipelineStep;
import dev.sluice.policy.yaml.YamlFields;
import dev.sluice.policy.yaml.YamlNode;
import java.util.Optional;

/** Stars for letters and digits: {@code mask: { keep_last: 4 }}. */
public record MaskSpec(int keepFirst, int keepLast) implements Transform {

    static final FormWord WORD = FormWord.either("mask", new MaskSpec(0, 0), MaskSpec::read);

    private static Optional<FormSpec> read(YamlNode value, Reading reading) {
        return reading.expect().map(value, "`mask`").map(map -> {
            YamlFields fields = reading.fields(map, "mask");
            int first = fields.integer("keep_first", 0, KeptCharacters.MOST).orElse(0);
            int last = fields.integer("keep_last", 0, KeptCharacters.MOST).orElse(0);
            fields.rejectOthers();
            return new MaskSpec(first, last);
        });
    }

    @Override
    public String word() {
        return WORD.word();
    }

    @Override
    public FormTraits traits() {
        return new FormTraits(Left.PART, PipelineStep.OF_ANYTHING, "masked" + kept());
    }

    private String kept() {
        if (keepFirst == 0 && keepLast == 0) {
            return "";
        }
        String head = keepFirst == 0 ? "" : "the first " + KeptCharacters.words(keepFirst);
        String tail = keepLast == 0 ? "" : "the last " + KeptCharacters.words(keepLast);
        return " but for " + head + (keepFirst == 0 || keepLast == 0 ? "" : " and ") + tail;
    }

    @Override
    public boolean tellsMoreThan(FormSpec other) {
        return other instanceof MaskSpec mask
                && !equals(mask)
                && keepFirst >= mask.keepFirst
                && keepLast >= mask.keepLast;
    }

    @Override
    public Form form(Setting setting) {
        return new Mask(keepFirst, keepLast);
    }
}
