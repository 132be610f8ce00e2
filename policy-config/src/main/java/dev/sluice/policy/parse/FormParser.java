package dev.sluice.policy.parse;

import dev.sluice.policy.diagnostic.NearestName;
import dev.sluice.policy.diagnostic.Problems;
import dev.sluice.policy.diagnostic.SourceLocation;
import dev.sluice.policy.model.FormSpec;
import dev.sluice.policy.model.FormSpec.DatePart.Part;
import dev.sluice.policy.model.Named;
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

/** Parses a form: its name alone ({@code initial}), or a map of one key with its parameters ({@code round: 10}). */
final class FormParser {

    private static final List<String> NAMES = List.of(
            "as_is",
            "replace",
            "nullify",
            "mask",
            "mask_email",
            "initial",
            "truncate",
            "date_part",
            "age_band",
            "round",
            "pseudonym");
    private static final int LONGEST_KEPT = 1000;
    private static final int OLDEST = 150;
    private static final int MOST_DIGITS = 30;

    private final Problems problems;
    private final YamlExpectation expect;
    private final ScalarParser scalars;

    FormParser(Problems problems) {
        this.problems = problems;
        this.expect = new YamlExpectation(problems);
        this.scalars = new ScalarParser(problems);
    }

    Optional<FormSpec> parse(YamlNode node) {
        if (node instanceof YamlMap map && map.entries().size() == 1) {
            YamlMap.Entry entry = map.entries().get(0);
            return withParameters(entry.key(), entry.location(), entry.value());
        }
        if (node instanceof YamlScalar scalar && scalar.isText()) {
            return alone(scalar.text(), scalar.location());
        }
        problems.error(
                "wrong-type",
                node.location(),
                "the form is " + node.kindName() + " (expected: its name, or one key such as `round: 10`)",
                null);
        return Optional.empty();
    }

    private Optional<FormSpec> alone(String name, SourceLocation location) {
        return switch (name) {
            case "as_is" -> Optional.of(new FormSpec.AsIs());
            case "nullify" -> Optional.of(new FormSpec.Nullify());
            case "mask" -> Optional.of(new FormSpec.Mask(0, 0));
            case "mask_email" -> Optional.of(new FormSpec.MaskEmail(false));
            case "initial" -> Optional.of(new FormSpec.Initial());
            case "pseudonym" -> Optional.of(new FormSpec.Pseudonym(null, null));
            case "replace", "truncate", "date_part", "age_band", "round" -> {
                problems.error(
                        "missing-key",
                        location,
                        "the form `" + name + "` needs a parameter",
                        "for example " + example(name));
                yield Optional.empty();
            }
            default -> unknown(name, location);
        };
    }

    private Optional<FormSpec> withParameters(String name, SourceLocation location, YamlNode value) {
        return switch (name) {
            case "replace" -> scalars.value(value, "`replace`").map(FormSpec.Replace::new);
            case "mask" -> mask(value);
            case "mask_email" -> maskEmail(value);
            case "truncate" -> truncate(value);
            case "date_part" -> datePart(value);
            case "age_band" -> ageBand(value);
            case "round" -> round(value);
            case "pseudonym" -> pseudonym(value);
            case "as_is", "nullify", "initial" -> {
                problems.error(
                        "wrong-type",
                        location,
                        "the form `" + name + "` has no parameters",
                        "write `" + name + "` alone");
                yield Optional.empty();
            }
            default -> unknown(name, location);
        };
    }

    private Optional<FormSpec> mask(YamlNode value) {
        return expect.map(value, "`mask`").map(map -> {
            YamlFields fields = new YamlFields(map, "`mask`", problems);
            int first = fields.integer("keep_first", 0, LONGEST_KEPT).orElse(0);
            int last = fields.integer("keep_last", 0, LONGEST_KEPT).orElse(0);
            fields.rejectOthers();
            return new FormSpec.Mask(first, last);
        });
    }

    private Optional<FormSpec> maskEmail(YamlNode value) {
        return expect.map(value, "`mask_email`").map(map -> {
            YamlFields fields = new YamlFields(map, "`mask_email`", problems);
            Optional<String> kept =
                    fields.requiredText("keep").flatMap(text -> scalars.oneOf(text, "`keep`", List.of("domain")));
            fields.rejectOthers();
            return new FormSpec.MaskEmail(kept.isPresent());
        });
    }

    private Optional<FormSpec> truncate(YamlNode value) {
        return expect.map(value, "`truncate`").flatMap(map -> {
            YamlFields fields = new YamlFields(map, "`truncate`", problems);
            Optional<FormSpec> form = fields.requiredNode("keep_first")
                    .flatMap(node -> expect.integer(node, "`keep_first`", 1, LONGEST_KEPT))
                    .map(FormSpec.Truncate::new);
            fields.rejectOthers();
            return form;
        });
    }

    private Optional<FormSpec> datePart(YamlNode value) {
        return expect.text(value, "`date_part`")
                .flatMap(text -> scalars.oneOf(text, "`date_part`", List.of("year", "quarter", "month", "decade")))
                .map(word -> new FormSpec.DatePart(Part.valueOf(word.toUpperCase(Locale.ROOT))));
    }

    private Optional<FormSpec> ageBand(YamlNode value) {
        List<Integer> bounds = new ArrayList<>();
        List<YamlNode> elements = expect.list(value, "`age_band`");
        for (YamlNode element : elements) {
            expect.integer(element, "a bound of `age_band`", 1, OLDEST).ifPresent(bounds::add);
        }
        boolean ascending = !bounds.isEmpty();
        for (int i = 1; i < bounds.size(); i++) {
            ascending &= bounds.get(i - 1) < bounds.get(i);
        }
        if (bounds.size() == elements.size() && !ascending) {
            problems.error(
                    "wrong-value",
                    value.location(),
                    "the bounds of `age_band` are not ascending (expected: at least one, each above the one before)",
                    "for example " + example("age_band"));
        }
        return ascending && bounds.size() == elements.size()
                ? Optional.of(new FormSpec.AgeBand(bounds))
                : Optional.empty();
    }

    private Optional<FormSpec> round(YamlNode value) {
        if (value instanceof YamlScalar scalar && scalar.kind() == YamlScalar.Kind.NUMBER) {
            boolean plain =
                    scalar.text().length() <= MOST_DIGITS && scalar.text().matches("[0-9.]+");
            if (plain && new BigDecimal(scalar.text()).signum() > 0) {
                return Optional.of(new FormSpec.Round(scalar.text()));
            }
            problems.error(
                    "wrong-value",
                    value.location(),
                    "`round` is `" + scalar.text() + "` (expected: a positive number without exponent)",
                    "for example " + example("round"));
            return Optional.empty();
        }
        problems.error(
                "wrong-type",
                value.location(),
                "`round` is " + value.kindName() + " (expected: a number)",
                "for example " + example("round"));
        return Optional.empty();
    }

    private Optional<FormSpec> pseudonym(YamlNode value) {
        return expect.map(value, "`pseudonym`").map(map -> {
            YamlFields fields = new YamlFields(map, "`pseudonym`", problems);
            Named key = fields.text("key").map(ScalarParser::named).orElse(null);
            String domain = fields.text("domain").map(YamlScalar::text).orElse(null);
            fields.rejectOthers();
            return new FormSpec.Pseudonym(key, domain);
        });
    }

    private Optional<FormSpec> unknown(String name, SourceLocation location) {
        problems.error(
                "unknown-form",
                location,
                "unknown form `" + name + "`",
                NearestName.help(name, NAMES, "known forms are `" + String.join("`, `", NAMES) + "`"));
        return Optional.empty();
    }

    private static String example(String name) {
        return switch (name) {
            case "truncate" -> "`truncate: { keep_first: 2 }`";
            case "date_part" -> "`date_part: year`";
            case "age_band" -> "`age_band: [18, 25, 65]`";
            case "round" -> "`round: 10`";
            default -> "`replace: text`";
        };
    }
}
