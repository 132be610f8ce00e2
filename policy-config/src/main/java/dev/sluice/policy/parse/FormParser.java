package dev.sluice.policy.parse;

import dev.sluice.policy.diagnostic.NearestName;
import dev.sluice.policy.diagnostic.Problems;
import dev.sluice.policy.diagnostic.SourceLocation;
import dev.sluice.policy.model.FormSpec;
import dev.sluice.policy.model.FormSpec.DatePart.Part;
import dev.sluice.policy.model.FormSpec.MatchHash.Profile;
import dev.sluice.policy.shape.BundleShapes;
import dev.sluice.policy.yaml.YamlExpectation;
import dev.sluice.policy.yaml.YamlFields;
import dev.sluice.policy.yaml.YamlList;
import dev.sluice.policy.yaml.YamlMap;
import dev.sluice.policy.yaml.YamlNode;
import dev.sluice.policy.yaml.YamlScalar;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Parses a form: its name alone ({@code initial}), a map of one key with its parameters ({@code round: 10}), or a list of
 * forms.
 */
final class FormParser {

    private static final List<String> NAMES = BundleShapes.choice("form-step").words();
    private static final int LONGEST_KEPT = 1000;
    private static final int OLDEST = 150;
    private static final int MOST_DIGITS = 30;
    private static final int V4_NETWORK = 24;
    private static final int V6_NETWORK = 48;

    private final Problems problems;
    private final YamlExpectation expect;
    private final ScalarParser scalars;
    private final KeyedFormParser keyed;
    private final PipelineParser pipelines;
    private final Map<String, Kind> kinds = new HashMap<>();

    FormParser(Problems problems) {
        this.problems = problems;
        this.expect = new YamlExpectation(problems);
        this.scalars = new ScalarParser(problems);
        this.keyed = new KeyedFormParser(problems);
        this.pipelines = new PipelineParser(this, problems);
        alone("as_is", new FormSpec.AsIs());
        alone("nullify", new FormSpec.Nullify());
        alone("initial", new FormSpec.Initial());
        alone("encrypt", new FormSpec.Encrypt());
        either("mask", new FormSpec.Mask(0, 0), this::mask);
        either("mask_email", new FormSpec.MaskEmail(false), this::maskEmail);
        either("ip_truncate", new FormSpec.IpTruncate(V4_NETWORK, V6_NETWORK), this::ipTruncate);
        either("pseudonym", new FormSpec.Pseudonym(null, null), keyed::pseudonym);
        either("tokenize", new FormSpec.Tokenize(null, null), keyed::tokenize);
        with("replace", this::replace, "`replace: text`");
        with("truncate", this::truncate, "`truncate: { keep_first: 2 }`");
        with("date_part", this::datePart, "`date_part: year`");
        with("age_band", this::ageBand, "`age_band: [18, 25, 65]`");
        with("bucket", this::bucket, "`bucket: [50, 100, 500]`");
        with("round", this::round, "`round: 10`");
        with("match_hash", this::matchHash, "`match_hash: { profile: google }`");
        with("fpe", keyed::fpe, "`fpe: { alphabet: digits }`");
    }

    /**
     * How a form is written.
     *
     * @param alone what its name alone means, or null where it needs parameters
     * @param parameters reads them, or null where it has none
     * @param example for whoever forgets them
     */
    private record Kind(
            @Nullable FormSpec alone, @Nullable Function<YamlNode, Optional<FormSpec>> parameters, String example) {}

    private void alone(String name, FormSpec form) {
        kinds.put(name, new Kind(form, null, ""));
    }

    private void either(String name, FormSpec form, Function<YamlNode, Optional<FormSpec>> parameters) {
        kinds.put(name, new Kind(form, parameters, ""));
    }

    private void with(String name, Function<YamlNode, Optional<FormSpec>> parameters, String example) {
        kinds.put(name, new Kind(null, parameters, example));
    }

    Optional<FormSpec> parse(YamlNode node) {
        if (node instanceof YamlMap map && map.entries().size() == 1) {
            YamlMap.Entry entry = map.entries().get(0);
            return withParameters(entry.key(), entry.location(), entry.value());
        }
        if (node instanceof YamlScalar scalar && scalar.isText()) {
            return alone(scalar.text(), scalar.location());
        }
        if (node instanceof YamlList list) {
            return pipelines.parse(list);
        }
        problems.error(
                "wrong-type",
                node.location(),
                "the form is " + node.kindName()
                        + " (expected: its name, one key such as `round: 10`, or a list of forms)",
                null);
        return Optional.empty();
    }

    private Optional<FormSpec> alone(String name, SourceLocation location) {
        Kind kind = kinds.get(name);
        if (kind == null) {
            return unknown(name, location);
        }
        if (kind.alone() == null) {
            problems.error(
                    "missing-key",
                    location,
                    "the form `" + name + "` needs a parameter",
                    "for example " + kind.example());
        }
        return Optional.ofNullable(kind.alone());
    }

    private Optional<FormSpec> withParameters(String name, SourceLocation location, YamlNode value) {
        Kind kind = kinds.get(name);
        if (kind == null) {
            return unknown(name, location);
        }
        Function<YamlNode, Optional<FormSpec>> parameters = kind.parameters();
        if (parameters == null) {
            problems.error(
                    "wrong-type", location, "the form `" + name + "` has no parameters", "write `" + name + "` alone");
            return Optional.empty();
        }
        return parameters.apply(value);
    }

    private Optional<FormSpec> replace(YamlNode value) {
        return scalars.visible(value, "`replace`").map(FormSpec.Replace::new);
    }

    private Optional<FormSpec> mask(YamlNode value) {
        return expect.map(value, "`mask`").map(map -> {
            YamlFields fields = new YamlFields(map, BundleShapes.shape("mask"), problems);
            int first = fields.integer("keep_first", 0, LONGEST_KEPT).orElse(0);
            int last = fields.integer("keep_last", 0, LONGEST_KEPT).orElse(0);
            fields.rejectOthers();
            return new FormSpec.Mask(first, last);
        });
    }

    private Optional<FormSpec> maskEmail(YamlNode value) {
        return expect.map(value, "`mask_email`").map(map -> {
            YamlFields fields = new YamlFields(map, BundleShapes.shape("mask-email"), problems);
            Optional<String> kept =
                    fields.requiredText("keep").flatMap(text -> scalars.oneOf(text, "`keep`", List.of("domain")));
            fields.rejectOthers();
            return new FormSpec.MaskEmail(kept.isPresent());
        });
    }

    private Optional<FormSpec> truncate(YamlNode value) {
        return expect.map(value, "`truncate`").flatMap(map -> {
            YamlFields fields = new YamlFields(map, BundleShapes.shape("truncate"), problems);
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
            notAscending("age_band", value.location());
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
                Objects.requireNonNullElse(
                        YamlExpectation.unquoted(value, YamlScalar.Kind.NUMBER), "for example " + example("round")));
        return Optional.empty();
    }

    private Optional<FormSpec> bucket(YamlNode value) {
        List<String> bounds = new ArrayList<>();
        List<YamlNode> elements = expect.list(value, "`bucket`");
        for (YamlNode element : elements) {
            bound(element).ifPresent(bounds::add);
        }
        if (elements.isEmpty() || bounds.size() < elements.size()) {
            if (value instanceof YamlList && elements.isEmpty()) {
                notAscending("bucket", value.location());
            }
            return Optional.empty();
        }
        for (int i = 1; i < bounds.size(); i++) {
            if (new BigDecimal(bounds.get(i - 1)).compareTo(new BigDecimal(bounds.get(i))) >= 0) {
                notAscending("bucket", value.location());
                return Optional.empty();
            }
        }
        return Optional.of(new FormSpec.Bucket(bounds));
    }

    /** A decimal number in its shortest spelling, so that equal bounds are equal. */
    private Optional<String> bound(YamlNode node) {
        if (node instanceof YamlScalar scalar
                && scalar.kind() == YamlScalar.Kind.NUMBER
                && scalar.text().length() <= MOST_DIGITS
                && scalar.text().matches("-?[0-9.]+")) {
            BigDecimal number = new BigDecimal(scalar.text()).stripTrailingZeros();
            return Optional.of((number.signum() == 0 ? BigDecimal.ZERO : number).toPlainString());
        }
        problems.error(
                "wrong-type",
                node.location(),
                "a bound of `bucket` is " + node.kindName() + " (expected: a number without exponent)",
                YamlExpectation.unquoted(node, YamlScalar.Kind.NUMBER));
        return Optional.empty();
    }

    private void notAscending(String form, SourceLocation location) {
        problems.error(
                "wrong-value",
                location,
                "the bounds of `" + form + "` are not ascending (expected: at least one, each above the one before)",
                "for example " + example(form));
    }

    private Optional<FormSpec> ipTruncate(YamlNode value) {
        return expect.map(value, "`ip_truncate`").map(map -> {
            YamlFields fields = new YamlFields(map, BundleShapes.shape("ip-truncate"), problems);
            int v4 = fields.integer("v4", 1, 31).orElse(V4_NETWORK);
            int v6 = fields.integer("v6", 1, 127).orElse(V6_NETWORK);
            fields.rejectOthers();
            return new FormSpec.IpTruncate(v4, v6);
        });
    }

    private Optional<FormSpec> matchHash(YamlNode value) {
        return expect.map(value, "`match_hash`").flatMap(map -> {
            YamlFields fields = new YamlFields(map, BundleShapes.shape("match-hash"), problems);
            Optional<FormSpec> form = fields.requiredText("profile")
                    .flatMap(text -> scalars.oneOf(text, "`profile`", List.of("google", "meta")))
                    .map(word -> new FormSpec.MatchHash(Profile.valueOf(word.toUpperCase(Locale.ROOT))));
            fields.rejectOthers();
            return form;
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

    private String example(String name) {
        Kind kind = kinds.get(name);
        return kind == null ? "" : kind.example();
    }
}
