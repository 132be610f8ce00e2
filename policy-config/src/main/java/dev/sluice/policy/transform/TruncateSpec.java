package dev.sluice.policy.transform;

import dev.sluice.policy.field.Form;
import dev.sluice.policy.form.Truncate;
import dev.sluice.policy.model.FormSpec;
import dev.sluice.policy.model.FormTraits;
import dev.sluice.policy.model.FormTraits.Left;
import dev.sluice.policy.model.PipelineStep;
import dev.sluice.policy.yaml.YamlFields;
import dev.sluice.policy.yaml.YamlNode;
import java.util.Optional;

/** The first characters: {@code truncate: { keep_first: 2 }}. */
public record TruncateSpec(int keepFirst) implements Transform {

    static final FormWord WORD = FormWord.with("truncate", TruncateSpec::read, "`truncate: { keep_first: 2 }`");

    private static Optional<FormSpec> read(YamlNode value, Reading reading) {
        return reading.expect().map(value, "`truncate`").flatMap(map -> {
            YamlFields fields = reading.fields(map, "truncate");
            Optional<FormSpec> form = fields.requiredNode("keep_first")
                    .flatMap(node -> reading.expect().integer(node, "`keep_first`", 1, KeptCharacters.MOST))
                    .map(TruncateSpec::new);
            fields.rejectOthers();
            return form;
        });
    }

    @Override
    public String word() {
        return WORD.word();
    }

    @Override
    public FormTraits traits() {
        return new FormTraits(
                Left.PART, PipelineStep.OF_ANYTHING, "cut to its first " + KeptCharacters.words(keepFirst));
    }

    @Override
    public boolean tellsMoreThan(FormSpec other) {
        return other instanceof TruncateSpec truncate && keepFirst > truncate.keepFirst;
    }

    @Override
    public Form form(Setting setting) {
        return new Truncate(keepFirst);
    }
}
