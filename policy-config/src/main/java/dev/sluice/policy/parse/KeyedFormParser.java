package dev.sluice.policy.parse;

import dev.sluice.policy.diagnostic.Problems;
import dev.sluice.policy.model.FormSpec;
import dev.sluice.policy.model.Named;
import dev.sluice.policy.shape.BundleShapes;
import dev.sluice.policy.yaml.YamlExpectation;
import dev.sluice.policy.yaml.YamlFields;
import dev.sluice.policy.yaml.YamlNode;
import dev.sluice.policy.yaml.YamlScalar;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Parses the parameters of the forms that are made with a key of the gateway. */
final class KeyedFormParser {

    private static final Pattern DOMAIN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    private static final String DIGITS = "0123456789";
    private static final String LOWER = "abcdefghijklmnopqrstuvwxyz";
    private static final String UPPER = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final int LARGEST_ALPHABET = 256;

    private final Problems problems;
    private final YamlExpectation expect;
    private final ScalarParser scalars;

    KeyedFormParser(Problems problems) {
        this.problems = problems;
        this.expect = new YamlExpectation(problems);
        this.scalars = new ScalarParser(problems);
    }

    Optional<FormSpec> pseudonym(YamlNode value) {
        return expect.map(value, "`pseudonym`").map(map -> {
            YamlFields fields = new YamlFields(map, BundleShapes.shape("keyed-form"), "`pseudonym`", problems);
            FormSpec form = new FormSpec.Pseudonym(key(fields), domain(fields));
            fields.rejectOthers();
            return form;
        });
    }

    Optional<FormSpec> tokenize(YamlNode value) {
        return expect.map(value, "`tokenize`").map(map -> {
            YamlFields fields = new YamlFields(map, BundleShapes.shape("keyed-form"), "`tokenize`", problems);
            FormSpec form = new FormSpec.Tokenize(key(fields), domain(fields));
            fields.rejectOthers();
            return form;
        });
    }

    Optional<FormSpec> fpe(YamlNode value) {
        return expect.map(value, "`fpe`").flatMap(map -> {
            YamlFields fields = new YamlFields(map, BundleShapes.shape("fpe"), problems);
            Named key = key(fields);
            String domain = domain(fields);
            Optional<String> alphabet = fields.requiredText("alphabet").flatMap(this::alphabet);
            boolean keepOthers = fields.text("keep")
                    .flatMap(text -> scalars.oneOf(text, "`keep`", List.of("others")))
                    .isPresent();
            fields.rejectOthers();
            return alphabet.map(characters -> new FormSpec.Fpe(key, domain, characters, keepOthers));
        });
    }

    private static @Nullable Named key(YamlFields fields) {
        return fields.text("key").map(ScalarParser::named).orElse(null);
    }

    private @Nullable String domain(YamlFields fields) {
        Optional<YamlScalar> domain = fields.text("domain");
        if (domain.isPresent() && !DOMAIN.matcher(domain.get().text()).matches()) {
            problems.error(
                    "wrong-value",
                    domain.get().location(),
                    "the domain is not usable (expected: up to 64 letters, digits, `.`, `_`, `-`)",
                    null);
        }
        return domain.map(YamlScalar::text).orElse(null);
    }

    /** The characters of a word for them, or those that are written out. */
    private Optional<String> alphabet(YamlScalar scalar) {
        String characters = switch (scalar.text()) {
            case "digits" -> DIGITS;
            case "lower" -> LOWER;
            case "upper" -> UPPER;
            case "letters" -> LOWER + UPPER;
            case "alphanumeric" -> DIGITS + LOWER + UPPER;
            default -> scalar.text();
        };
        long distinct = characters.codePoints().distinct().count();
        if (distinct < 2
                || distinct > LARGEST_ALPHABET
                || distinct < characters.codePoints().count()) {
            problems.error(
                    "wrong-value",
                    scalar.location(),
                    "`alphabet` is not usable (expected: `digits`, `lower`, `upper`, `letters`, `alphanumeric`, or 2 to "
                            + LARGEST_ALPHABET + " different characters)",
                    null);
            return Optional.empty();
        }
        return Optional.of(characters);
    }
}
