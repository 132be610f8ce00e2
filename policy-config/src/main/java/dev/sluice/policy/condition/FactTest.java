package dev.sluice.policy.condition;

import dev.sluice.policy.diagnostic.Listing;
import dev.sluice.policy.evaluate.ValueTest;
import dev.sluice.policy.field.Scalar;
import dev.sluice.policy.model.FactValue;
import dev.sluice.policy.yaml.YamlExpectation;
import dev.sluice.policy.yaml.YamlFields;
import dev.sluice.policy.yaml.YamlMap;
import dev.sluice.policy.yaml.YamlNode;
import dev.sluice.policy.yaml.YamlScalar;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A test of one value: by name a value, a list of values, or a map of tests. */
public sealed interface FactTest {

    /** The values that it names. */
    default List<FactValue> values() {
        return List.of();
    }

    /** The number that it compares with. */
    default Optional<BigDecimal> bound() {
        return Optional.empty();
    }

    /** The test of an attribute, whose JSON types are told apart. */
    ValueTest ofAttribute();

    /** The test of a fact, or of what it is the opposite of. @param number whether it is read as a number, else as text */
    ValueTest positive(boolean number);

    /** Whether it is the opposite of another test. */
    boolean negative();

    /** @param what is tested */
    String clause(String what, boolean holds);

    /** A value of the bundle as a document may hold it. */
    static Scalar scalar(FactValue value) {
        Scalar.Kind kind = switch (value.kind()) {
            case STRING -> Scalar.Kind.STRING;
            case NUMBER -> Scalar.Kind.NUMBER;
            case BOOLEAN -> Scalar.Kind.BOOLEAN;
        };
        return new Scalar(kind, value.text());
    }

    /** Whether what stands below a name can be meant as a test. */
    static boolean standsIn(YamlNode node) {
        List<String> keys = List.of("any_of", "none_of", "at_least", "below");
        return !(node instanceof YamlMap map) || map.entries().stream().anyMatch(test -> keys.contains(test.key()));
    }

    /** Several tests must all pass. @param entry a name and what it is tested for */
    static List<FactTest> read(YamlMap.Entry entry, Reading reading) {
        if (!(entry.value() instanceof YamlMap map)) {
            List<FactValue> values = reading.values(entry.value(), "`" + entry.key() + "`");
            return values.isEmpty() ? List.of() : List.of(new AnyOf(values));
        }
        List<FactTest> tests = new ArrayList<>();
        YamlFields fields = reading.fields(map, "value-tests");
        fields.node("any_of")
                .map(node -> reading.values(node, "`any_of`"))
                .filter(values -> !values.isEmpty())
                .ifPresent(values -> tests.add(new AnyOf(values)));
        fields.node("none_of")
                .map(node -> reading.values(node, "`none_of`"))
                .filter(values -> !values.isEmpty())
                .ifPresent(values -> tests.add(new NoneOf(values)));
        fields.node("at_least")
                .flatMap(node -> number(node, "`at_least`", reading))
                .ifPresent(number -> tests.add(new AtLeast(number)));
        fields.node("below")
                .flatMap(node -> number(node, "`below`", reading))
                .ifPresent(number -> tests.add(new Below(number)));
        fields.rejectOthers();
        if (map.entries().isEmpty()) {
            reading.problems().error("missing-key", map.location(), "the test of `" + entry.key() + "` is empty", null);
        }
        return tests;
    }

    private static Optional<String> number(YamlNode node, String what, Reading reading) {
        if (node instanceof YamlScalar scalar && scalar.kind() == YamlScalar.Kind.NUMBER) {
            return Optional.of(scalar.text());
        }
        reading.problems()
                .error(
                        "wrong-type",
                        node.location(),
                        what + " is " + node.kindName() + " (expected: a number)",
                        YamlExpectation.unquoted(node, YamlScalar.Kind.NUMBER));
        return Optional.empty();
    }

    private static ValueTest anyOf(List<FactValue> values, boolean number) {
        return ValueTest.anyOf(values.stream()
                .map(value -> number ? Scalar.number(value.text().strip()) : Scalar.string(value.text()))
                .toList());
    }

    private static String words(List<FactValue> values) {
        return Listing.or(values.stream()
                .map(value -> value.kind() == FactValue.Kind.STRING
                        ? "`" + value.text() + "`"
                        : value.text().toLowerCase(Locale.ROOT))
                .toList());
    }

    /** Whether it is one of these. */
    record AnyOf(List<FactValue> values) implements FactTest {

        public AnyOf {
            values = List.copyOf(values);
        }

        @Override
        public ValueTest ofAttribute() {
            return ValueTest.anyOf(values.stream().map(FactTest::scalar).toList());
        }

        @Override
        public ValueTest positive(boolean number) {
            return anyOf(values, number);
        }

        @Override
        public boolean negative() {
            return false;
        }

        @Override
        public String clause(String what, boolean holds) {
            return what + " is " + (holds ? "" : "not ") + words(values);
        }
    }

    /** Whether it is none of these. */
    record NoneOf(List<FactValue> values) implements FactTest {

        public NoneOf {
            values = List.copyOf(values);
        }

        @Override
        public ValueTest ofAttribute() {
            return ValueTest.noneOf(values.stream().map(FactTest::scalar).toList());
        }

        @Override
        public ValueTest positive(boolean number) {
            return anyOf(values, number);
        }

        @Override
        public boolean negative() {
            return true;
        }

        @Override
        public String clause(String what, boolean holds) {
            return what + " is " + (holds ? "not " : "") + words(values);
        }
    }

    /** Numbers only. @param number a decimal literal */
    record AtLeast(String number) implements FactTest {

        @Override
        public Optional<BigDecimal> bound() {
            return Optional.of(new BigDecimal(number));
        }

        @Override
        public ValueTest ofAttribute() {
            return positive(true);
        }

        @Override
        public ValueTest positive(boolean number) {
            return ValueTest.atLeast(new BigDecimal(this.number));
        }

        @Override
        public boolean negative() {
            return false;
        }

        @Override
        public String clause(String what, boolean holds) {
            return what + " is " + (holds ? "at least " : "below ") + number;
        }
    }

    /** Numbers only. @param number a decimal literal */
    record Below(String number) implements FactTest {

        @Override
        public Optional<BigDecimal> bound() {
            return Optional.of(new BigDecimal(number));
        }

        @Override
        public ValueTest ofAttribute() {
            return ValueTest.below(new BigDecimal(number));
        }

        @Override
        public ValueTest positive(boolean number) {
            return ValueTest.atLeast(new BigDecimal(this.number));
        }

        @Override
        public boolean negative() {
            return true;
        }

        @Override
        public String clause(String what, boolean holds) {
            return what + " is " + (holds ? "below " : "at least ") + number;
        }
    }
}
