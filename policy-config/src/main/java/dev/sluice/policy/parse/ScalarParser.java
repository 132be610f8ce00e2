package dev.sluice.policy.parse;

import dev.sluice.policy.diagnostic.NearestName;
import dev.sluice.policy.diagnostic.Problems;
import dev.sluice.policy.diagnostic.VisibleText;
import dev.sluice.policy.model.FactValue;
import dev.sluice.policy.model.Named;
import dev.sluice.policy.yaml.HiddenCharacters;
import dev.sluice.policy.yaml.YamlExpectation;
import dev.sluice.policy.yaml.YamlFields;
import dev.sluice.policy.yaml.YamlNode;
import dev.sluice.policy.yaml.YamlScalar;
import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Parses single words and values: ids, names that are referred to, dates, and the scalars that a document may hold. */
final class ScalarParser {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    private final Problems problems;
    private final YamlExpectation expect;
    private final HiddenCharacters hidden;

    ScalarParser(Problems problems) {
        this.problems = problems;
        this.expect = new YamlExpectation(problems);
        this.hidden = new HiddenCharacters(problems);
    }

    static Named named(YamlScalar scalar) {
        return new Named(scalar.text(), scalar.location());
    }

    static List<Named> named(List<YamlScalar> scalars) {
        return scalars.stream().map(ScalarParser::named).toList();
    }

    /** The {@code id} of something. What has none keeps an empty one, so that its other problems are told too. */
    Named id(YamlFields fields) {
        Optional<YamlScalar> id = fields.requiredText("id");
        if (id.isEmpty()) {
            return Named.missing(fields.location());
        }
        if (!ID.matcher(id.get().text()).matches()) {
            problems.error(
                    "invalid-id",
                    id.get().location(),
                    "the id `" + id.get().text()
                            + "` is not usable (expected: up to 64 letters, digits, `.`, `_`, `-`)",
                    null);
        }
        return named(id.get());
    }

    /** A name that must be there; an empty one if it is not. */
    static Named required(YamlFields fields, String key) {
        return fields.requiredText(key).map(ScalarParser::named).orElseGet(() -> Named.missing(fields.location()));
    }

    /** A word out of few. */
    Optional<String> oneOf(YamlScalar scalar, String what, List<String> words) {
        return oneOf(named(scalar), what, words);
    }

    /** A word out of few. */
    Optional<String> oneOf(Named scalar, String what, List<String> words) {
        if (words.contains(scalar.name())) {
            return Optional.of(scalar.name());
        }
        String expected = "`" + String.join("`, `", words) + "`";
        problems.error(
                "wrong-value",
                scalar.location(),
                what + " is `" + scalar.name() + "` (expected: " + expected + ")",
                NearestName.of(scalar.name(), words)
                        .map(word -> "did you mean `" + word + "`?")
                        .orElse(null));
        return Optional.empty();
    }

    Optional<LocalDate> date(YamlScalar scalar, String what) {
        try {
            return Optional.of(LocalDate.parse(scalar.text()));
        } catch (DateTimeParseException e) {
            problems.error(
                    "invalid-date",
                    scalar.location(),
                    what + " is `" + scalar.text() + "` (expected: a day such as `2027-06-30`)",
                    null);
            return Optional.empty();
        }
    }

    Optional<Period> period(YamlScalar scalar, String what) {
        try {
            return Optional.of(Period.parse(scalar.text()));
        } catch (DateTimeParseException e) {
            problems.error(
                    "invalid-period",
                    scalar.location(),
                    what + " is `" + scalar.text() + "` (expected: a period such as `P13M`)",
                    null);
            return Optional.empty();
        }
    }

    Optional<FactValue> value(YamlNode node, String what) {
        return expect.scalar(node, what).map(ScalarParser::value);
    }

    /** A value all of which can be seen. */
    Optional<FactValue> visible(YamlNode node, String what) {
        return expect.scalar(node, what).filter(hidden::none).map(ScalarParser::value);
    }

    /** Values that facts are compared with: of a text that documents cannot hold as a fact none would ever be met. */
    List<FactValue> comparable(List<YamlNode> nodes, String what) {
        return nodes.stream()
                .flatMap(node -> expect.scalar(node, what).stream())
                .filter(hidden::none)
                .filter(scalar -> seenEnds(scalar, what))
                .map(ScalarParser::value)
                .toList();
    }

    private boolean seenEnds(YamlScalar scalar, String what) {
        if (VisibleText.hasSeenEnds(scalar.text())) {
            return true;
        }
        problems.error(
                "wrong-value",
                scalar.location(),
                scalar.text().isEmpty()
                        ? what + " names an empty text (expected: something that can be seen)"
                        : what + " names `" + scalar.text() + "` (expected: no space at either end)",
                "a document's text that is empty, or begins or ends with a space, is taken for unknown");
        return false;
    }

    /** Values that stand in a document for something, as they are written there. */
    List<FactValue> values(List<YamlNode> nodes, String what) {
        return nodes.stream()
                .flatMap(node -> expect.scalar(node, what).stream())
                .filter(hidden::none)
                .map(ScalarParser::value)
                .toList();
    }

    private static FactValue value(YamlScalar scalar) {
        return switch (scalar.kind()) {
            case NUMBER -> new FactValue(FactValue.Kind.NUMBER, scalar.text());
            case BOOLEAN -> new FactValue(FactValue.Kind.BOOLEAN, scalar.text().toLowerCase(Locale.ROOT));
            case TEXT, NULL, UNREADABLE -> new FactValue(FactValue.Kind.STRING, scalar.text());
        };
    }
}
