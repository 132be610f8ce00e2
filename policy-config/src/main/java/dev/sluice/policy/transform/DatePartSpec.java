package dev.sluice.policy.transform;

import dev.sluice.policy.field.Form;
import dev.sluice.policy.form.DatePart;
import dev.sluice.policy.model.FormSpec;
import dev.sluice.policy.model.FormTraits;
import dev.sluice.policy.model.FormTraits.Left;
import dev.sluice.policy.model.PipelineStep;
import dev.sluice.policy.yaml.YamlNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A coarser date: {@code date_part: year}. */
public record DatePartSpec(DatePart.Part part) implements Transform {

    static final FormWord WORD = FormWord.with("date_part", DatePartSpec::read, "`date_part: year`");

    private static Optional<FormSpec> read(YamlNode value, Reading reading) {
        return reading.expect()
                .text(value, "`date_part`")
                .flatMap(text -> reading.oneOf(text, "`date_part`", List.of("year", "quarter", "month", "decade")))
                .map(word -> new DatePartSpec(DatePart.Part.valueOf(word.toUpperCase(Locale.ROOT))));
    }

    @Override
    public String word() {
        return WORD.word();
    }

    @Override
    public FormTraits traits() {
        return new FormTraits(
                Left.PART, PipelineStep.OF_THE_ORIGINAL, "as its " + part.name().toLowerCase(Locale.ROOT));
    }

    @Override
    public boolean tellsMoreThan(FormSpec other) {
        return other instanceof DatePartSpec date && part.compareTo(date.part) < 0;
    }

    @Override
    public Form form(Setting setting) {
        return new DatePart(part);
    }
}
