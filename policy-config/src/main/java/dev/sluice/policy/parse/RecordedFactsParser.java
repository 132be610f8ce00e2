package dev.sluice.policy.parse;

import dev.sluice.policy.diagnostic.Problems;
import dev.sluice.policy.diagnostic.SourceLocation;
import dev.sluice.policy.diagnostic.VisibleText;
import dev.sluice.policy.evaluate.BirthDates;
import dev.sluice.policy.model.FactValue;
import dev.sluice.policy.model.Named;
import dev.sluice.policy.model.OnRecord;
import dev.sluice.policy.shape.BundleShapes;
import dev.sluice.policy.vocabulary.Countries;
import dev.sluice.policy.vocabulary.Languages;
import dev.sluice.policy.vocabulary.States;
import dev.sluice.policy.yaml.YamlExpectation;
import dev.sluice.policy.yaml.YamlFields;
import dev.sluice.policy.yaml.YamlMap;
import dev.sluice.policy.yaml.YamlNode;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Parses the facts that are on record of a customer. What cannot be read is unknown and withholds, which is told; no value
 * is shown, since it is somebody's.
 */
final class RecordedFactsParser {

    private static final BirthDates DATES = new BirthDates(null);
    private static final List<String> GENDERS = List.of("male", "female", "other");

    /** How what cannot be read is told. */
    @FunctionalInterface
    interface Unreadable {

        void tell(String code, SourceLocation location, String message, @Nullable String help);
    }

    private final Problems problems;
    private final Unreadable unreadable;
    private final YamlExpectation expect;
    private final ScalarParser scalars;

    RecordedFactsParser(Problems problems, Unreadable unreadable) {
        this.problems = problems;
        this.unreadable = unreadable;
        this.expect = new YamlExpectation(problems);
        this.scalars = new ScalarParser(problems);
    }

    OnRecord.Facts parse(Named customer, YamlMap map) {
        YamlFields fields = new YamlFields(map, BundleShapes.shape("recorded-facts"), problems);
        Map<String, String> facts = new HashMap<>();
        fact(fields, facts, "country", text -> Countries.alpha2(text) != null, "a country's code or name");
        String country = Countries.alpha2(facts.getOrDefault("country", ""));
        fact(fields, facts, "state", text -> isState(country, text), "a state of the country, such as `DE-BE`");
        fact(fields, facts, "language", text -> Languages.primary(text) != null, "a language's tag, such as `de`");
        fact(fields, facts, "gender", RecordedFactsParser::isGender, "`male`, `female` or `other`");
        fact(fields, facts, "birth_date", DATES::reads, "a day such as `1988-04-30`, or its month or year");
        Map<String, FactValue> attributes = attributes(fields);
        fields.rejectOthers();
        return new OnRecord.Facts(customer, facts, attributes);
    }

    private void fact(
            YamlFields fields, Map<String, String> facts, String name, Predicate<String> usable, String expected) {
        fields.node(name).flatMap(node -> expect.scalar(node, "`" + name + "`")).ifPresent(scalar -> {
            if (!usable.test(scalar.text())) {
                tell(name, scalar, expected);
            }
            facts.put(name, scalar.text());
        });
    }

    private static boolean isState(@Nullable String country, String text) {
        return (country == null ? States.code(text) : States.code(country, text)) != null;
    }

    private static boolean isGender(String text) {
        return GENDERS.contains(text.toLowerCase(Locale.ROOT));
    }

    private Map<String, FactValue> attributes(YamlFields fields) {
        Map<String, FactValue> attributes = new HashMap<>();
        fields.node("attributes").flatMap(node -> expect.map(node, "`attributes`")).stream()
                .flatMap(map -> map.entries().stream())
                .forEach(entry -> scalars.value(entry.value(), "`" + entry.key() + "`")
                        .ifPresent(value -> {
                            attributes.put(entry.key(), value);
                            if (value.kind() == FactValue.Kind.STRING && !VisibleText.isSeenWhole(value.text())) {
                                tell(
                                        entry.key(),
                                        entry.value(),
                                        "a text all of which is seen, without a space at an end");
                            }
                        }));
        return attributes;
    }

    private void tell(String name, YamlNode node, String expected) {
        unreadable.tell(
                "unreadable-fact",
                node.location(),
                "`" + name + "` cannot be read (expected: " + expected + ")",
                "what cannot be read is unknown, whatever the document says");
    }
}
