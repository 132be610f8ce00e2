package dev.sluice.policy.transform;

import dev.sluice.policy.field.Form;
import dev.sluice.policy.form.Round;
import dev.sluice.policy.model.FormSpec;
import dev.sluice.policy.model.FormTraits;
import dev.sluice.policy.model.FormTraits.Left;
import dev.sluice.policy.model.PipelineStep;
import dev.sluice.policy.model.PipelineStep.Value;
import dev.sluice.policy.yaml.YamlExpectation;
import dev.sluice.policy.yaml.YamlNode;
import dev.sluice.policy.yaml.YamlScalar;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;

/** The nearest multiple: {@code round: 10}. @param to a positive decimal literal: values become multiples of it */
public record RoundSpec(String to) implements Transform {

    static final FormWord WORD = FormWord.with("round", RoundSpec::read, "`round: 10`");

    private static Optional<FormSpec> read(YamlNode value, Reading reading) {
        String example = "for example " + WORD.example();
        if (value instanceof YamlScalar scalar && scalar.kind() == YamlScalar.Kind.NUMBER) {
            boolean plain = scalar.text().length() <= Bounds.MOST_DIGITS
                    && scalar.text().matches("[0-9.]+");
            if (plain && new BigDecimal(scalar.text()).signum() > 0) {
                return Optional.of(new RoundSpec(scalar.text()));
            }
            reading.problems()
                    .error(
                            "wrong-value",
                            value.location(),
                            "`round` is `" + scalar.text() + "` (expected: a positive number without exponent)",
                            example);
            return Optional.empty();
        }
        reading.problems()
                .error(
                        "wrong-type",
                        value.location(),
                        "`round` is " + value.kindName() + " (expected: a number)",
                        Objects.requireNonNullElse(YamlExpectation.unquoted(value, YamlScalar.Kind.NUMBER), example));
        return Optional.empty();
    }

    @Override
    public String word() {
        return WORD.word();
    }

    @Override
    public FormTraits traits() {
        return new FormTraits(Left.PART, PipelineStep.of(Value.NUMBER, Value.NUMBER), "rounded to " + to);
    }

    @Override
    public boolean tellsMoreThan(FormSpec other) {
        return other instanceof RoundSpec round && new BigDecimal(to).compareTo(new BigDecimal(round.to)) < 0;
    }

    @Override
    public Form form(Setting setting) {
        return new Round(new BigDecimal(to));
    }
}
