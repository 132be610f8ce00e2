package dev.sluice.policy.parse;

import dev.sluice.policy.diagnostic.Problems;
import dev.sluice.policy.model.ConsentShape;
import dev.sluice.policy.model.CustomerShape;
import dev.sluice.policy.model.CustomerShape.BirthDateShape;
import dev.sluice.policy.model.CustomerShape.GenderShape;
import dev.sluice.policy.model.CustomerShape.IdPlace;
import dev.sluice.policy.model.Place;
import dev.sluice.policy.shape.BundleShapes;
import dev.sluice.policy.yaml.YamlExpectation;
import dev.sluice.policy.yaml.YamlFields;
import dev.sluice.policy.yaml.YamlMap;
import dev.sluice.policy.yaml.YamlNode;
import dev.sluice.policy.yaml.YamlScalar;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Parses {@code customer}: where a record says who its customer is and what is known of them. */
final class CustomerParser {

    private static final List<String> GENDERS = List.of("male", "female", "other");

    private final Problems problems;
    private final YamlExpectation expect;
    private final ScalarParser scalars;
    private final PlaceParser places;
    private final ConsentShapeParser consents;

    CustomerParser(Problems problems) {
        this.problems = problems;
        this.expect = new YamlExpectation(problems);
        this.scalars = new ScalarParser(problems);
        this.places = new PlaceParser(problems);
        this.consents = new ConsentShapeParser(problems);
    }

    static CustomerShape nobody() {
        return new CustomerShape(
                List.of(), List.of(), List.of(), List.of(), null, null, List.of(), Map.of(), List.of());
    }

    CustomerShape parse(YamlMap map) {
        YamlFields fields = new YamlFields(map, BundleShapes.shape("customer"), problems);
        CustomerShape customer = new CustomerShape(
                ids(fields),
                scalars.values(fields.oneOrMany("none_if"), "`none_if`"),
                where(fields, "country"),
                where(fields, "state"),
                fields.node("gender").map(this::gender).orElse(null),
                fields.node("birth_date").map(this::birthDate).orElse(null),
                where(fields, "language"),
                attributes(fields),
                consents(fields));
        fields.rejectOthers();
        return customer;
    }

    private List<Place> where(YamlFields fields, String key) {
        return fields.node(key)
                .map(node -> places.places(node, "`" + key + "`"))
                .orElse(List.of());
    }

    private List<IdPlace> ids(YamlFields fields) {
        return fields.oneOrMany("id").stream()
                .flatMap(node -> id(node).stream())
                .toList();
    }

    private Optional<IdPlace> id(YamlNode node) {
        if (!(node instanceof YamlMap map)) {
            return places.place(node, "`id`").map(place -> new IdPlace(place, null));
        }
        YamlFields fields = new YamlFields(map, BundleShapes.shape("id-place"), problems);
        Optional<YamlScalar> nameOf = fields.text("name_of");
        Optional<Place> place = nameOf.isPresent()
                ? nameOf.flatMap(places::nameOf)
                : fields.requiredText("at").flatMap(places::path);
        fields.node("at")
                .filter(at -> nameOf.isPresent())
                .ifPresent(at -> problems.error(
                        "wrong-value",
                        at.location(),
                        "`id` has both `at` and `name_of` (expected: one of them)",
                        null));
        String namespace = fields.text("namespace").map(YamlScalar::text).orElse(null);
        fields.rejectOthers();
        return place.map(found -> new IdPlace(found, namespace));
    }

    private GenderShape gender(YamlNode node) {
        if (!(node instanceof YamlMap map)) {
            return new GenderShape(places.places(node, "`gender`"), Map.of());
        }
        YamlFields fields = new YamlFields(map, BundleShapes.shape("gender-place"), problems);
        List<Place> at = fields.requiredNode("at")
                .map(value -> places.places(value, "`at`"))
                .orElse(List.of());
        Map<String, String> values = new LinkedHashMap<>();
        for (YamlMap.Entry entry : fields.entries("values")) {
            expect.text(entry.value(), "`" + entry.key() + "`")
                    .flatMap(text -> scalars.oneOf(text, "`" + entry.key() + "`", GENDERS))
                    .ifPresent(gender -> values.put(entry.key().toLowerCase(Locale.ROOT), gender));
        }
        fields.rejectOthers();
        return new GenderShape(at, values);
    }

    private BirthDateShape birthDate(YamlNode node) {
        if (!(node instanceof YamlMap map)) {
            return new BirthDateShape(places.places(node, "`birth_date`"), null);
        }
        YamlFields fields = new YamlFields(map, BundleShapes.shape("birth-date-place"), problems);
        List<Place> at = fields.requiredNode("at")
                .map(value -> places.places(value, "`at`"))
                .orElse(List.of());
        Optional<YamlScalar> format = fields.text("format");
        format.ifPresent(this::checkFormat);
        fields.rejectOthers();
        return new BirthDateShape(at, format.map(YamlScalar::text).orElse(null));
    }

    private void checkFormat(YamlScalar format) {
        String missing = DateFormats.fault(format.text());
        if (missing != null) {
            problems.error(
                    "invalid-date-format",
                    format.location(),
                    "the date format `" + format.text() + "` " + missing,
                    "the letters are those of java.time.format.DateTimeFormatter: `yyyy` the year, `MM` the month,"
                            + " `dd` the day");
        }
    }

    private Map<String, List<Place>> attributes(YamlFields fields) {
        Map<String, List<Place>> attributes = new LinkedHashMap<>();
        for (YamlMap.Entry entry : fields.entries("attributes")) {
            attributes.put(entry.key(), places.places(entry.value(), "`" + entry.key() + "`"));
        }
        return attributes;
    }

    private List<ConsentShape> consents(YamlFields fields) {
        return fields.list("consents").stream()
                .flatMap(node -> expect.map(node, "a consent").stream())
                .flatMap(map -> consents.parse(map).stream())
                .toList();
    }
}
