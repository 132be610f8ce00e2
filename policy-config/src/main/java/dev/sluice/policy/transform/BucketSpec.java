package dev.sluice.policy.transform;

import dev.sluice.policy.diagnostic.Listing;
import dev.sluice.policy.field.Form;
import dev.sluice.policy.form.Bucket;
import dev.sluice.policy.model.FormSpec;
import dev.sluice.policy.model.FormTraits;
import dev.sluice.policy.model.FormTraits.Left;
import dev.sluice.policy.model.PipelineStep;
import dev.sluice.policy.model.PipelineStep.Value;
import dev.sluice.policy.yaml.YamlExpectation;
import dev.sluice.policy.yaml.YamlList;
import dev.sluice.policy.yaml.YamlNode;
import dev.sluice.policy.yaml.YamlScalar;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The range of a number: {@code bucket: [50, 100]}. @param bounds ascending decimal literals */
public record BucketSpec(List<String> bounds) implements Transform {

    static final FormWord WORD = FormWord.with("bucket", BucketSpec::read, "`bucket: [50, 100, 500]`");

    public BucketSpec {
        bounds = List.copyOf(bounds);
    }

    private static Optional<FormSpec> read(YamlNode value, Reading reading) {
        List<String> bounds = new ArrayList<>();
        List<YamlNode> elements = reading.expect().list(value, "`bucket`");
        for (YamlNode element : elements) {
            bound(element, reading).ifPresent(bounds::add);
        }
        if (elements.isEmpty() || bounds.size() < elements.size()) {
            if (value instanceof YamlList && elements.isEmpty()) {
                Bounds.notAscending(WORD, value.location(), reading.problems());
            }
            return Optional.empty();
        }
        for (int i = 1; i < bounds.size(); i++) {
            if (new BigDecimal(bounds.get(i - 1)).compareTo(new BigDecimal(bounds.get(i))) >= 0) {
                Bounds.notAscending(WORD, value.location(), reading.problems());
                return Optional.empty();
            }
        }
        return Optional.of(new BucketSpec(bounds));
    }

    /** A decimal number in its shortest spelling, so that equal bounds are equal. */
    private static Optional<String> bound(YamlNode node, Reading reading) {
        if (node instanceof YamlScalar scalar
                && scalar.kind() == YamlScalar.Kind.NUMBER
                && scalar.text().length() <= Bounds.MOST_DIGITS
                && scalar.text().matches("-?[0-9.]+")) {
            BigDecimal number = new BigDecimal(scalar.text()).stripTrailingZeros();
            return Optional.of((number.signum() == 0 ? BigDecimal.ZERO : number).toPlainString());
        }
        reading.problems()
                .error(
                        "wrong-type",
                        node.location(),
                        "a bound of `bucket` is " + node.kindName() + " (expected: a number without exponent)",
                        YamlExpectation.unquoted(node, YamlScalar.Kind.NUMBER));
        return Optional.empty();
    }

    @Override
    public String word() {
        return WORD.word();
    }

    @Override
    public FormTraits traits() {
        return new FormTraits(
                Left.PART, PipelineStep.of(Value.NUMBER, Value.TEXT), "as a range (from " + Listing.and(bounds) + ")");
    }

    @Override
    public boolean tellsMoreThan(FormSpec other) {
        return other instanceof BucketSpec bucket && !equals(bucket) && bounds.containsAll(bucket.bounds);
    }

    @Override
    public Form form(Setting setting) {
        return new Bucket(bounds);
    }
}
