package dev.sluice.policy.parse;

import dev.sluice.policy.diagnostic.Problems;
import dev.sluice.policy.evaluate.ConsentAdapter;
import dev.sluice.policy.evaluate.ConsentAdapters;
import dev.sluice.policy.model.ConsentShape;
import dev.sluice.policy.model.FactValue;
import dev.sluice.policy.model.Named;
import dev.sluice.policy.model.Place;
import dev.sluice.policy.shape.BundleShapes;
import dev.sluice.policy.yaml.YamlFields;
import dev.sluice.policy.yaml.YamlList;
import dev.sluice.policy.yaml.YamlMap;
import dev.sluice.policy.yaml.YamlNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Parses an entry of {@code consents}: a place that says what the customer agreed to, and the adapter that reads it.
 */
final class ConsentShapeParser {

    private final Problems problems;
    private final ScalarParser scalars;
    private final PlaceParser places;

    ConsentShapeParser(Problems problems) {
        this.problems = problems;
        this.scalars = new ScalarParser(problems);
        this.places = new PlaceParser(problems);
    }

    Optional<ConsentShape> parse(YamlMap map) {
        YamlFields fields = new YamlFields(map, BundleShapes.shape("consent-source"), problems);
        Named adapter = ScalarParser.required(fields, "adapter");
        Optional<Place> at = fields.requiredText("at").flatMap(places::path);
        List<FactValue> given = given(fields, adapter);
        Named purpose = ScalarParser.required(fields, "purpose");
        Named channel = fields.text("channel").map(ScalarParser::named).orElse(null);
        ConsentShape.Scope scope = new ConsentShape.Scope(
                fields.text("partner").map(ScalarParser::named).orElse(null),
                fields.text("role").map(ScalarParser::named).orElse(null));
        ConsentShape.Grant grant = grant(fields, adapter);
        boolean recordOnly = fields.text("scope")
                .flatMap(text -> scalars.oneOf(text, "`scope`", List.of("record")))
                .isPresent();
        fields.rejectOthers();
        return at.map(place ->
                new ConsentShape(adapter, place, given, purpose, channel, scope, grant, recordOnly, fields.location()));
    }

    private ConsentShape.Grant grant(YamlFields fields, Named adapter) {
        boolean confirmed = fields.text("opt_in")
                .flatMap(text -> scalars.oneOf(text, "`opt_in`", List.of("double")))
                .isPresent();
        boolean byGuardian = fields.flag("by_guardian").orElse(false);
        Named wording = fields.text("wording").map(ScalarParser::named).orElse(null);
        Place wordingAt = fields.text("wording_at").flatMap(places::path).orElse(null);
        if (wording != null && wordingAt != null) {
            problems.error(
                    "wrong-value",
                    wording.location(),
                    "a consent has both `wording` and `wording_at` (expected: one of them)",
                    null);
        }
        Place timeAt = fields.text("time_at").flatMap(places::path).orElse(null);
        if (timeAt != null) {
            checkBeside(
                    adapter,
                    one -> !one.knowsTime(),
                    new Named("time_at", timeAt.location()),
                    "remove it: this adapter knows where its time stands");
        }
        Place expiresAt = fields.text("expires_at").flatMap(places::path).orElse(null);
        return new ConsentShape.Grant(confirmed, byGuardian, wording, wordingAt, timeAt, expiresAt);
    }

    /** A key that says what some adapters know by themselves stands beside the others only. */
    private void checkBeside(Named adapter, Predicate<ConsentAdapter> asking, Named key, String help) {
        List<String> asks = ConsentAdapters.all().stream()
                .filter(asking)
                .map(ConsentAdapter::word)
                .toList();
        if (!asks.contains(adapter.name()) && !adapter.isMissing()) {
            problems.error(
                    "wrong-value",
                    key.location(),
                    "`" + key + "` stands beside the adapter `" + adapter + "` (expected: beside `"
                            + String.join("`, `", asks) + "` only)",
                    help);
        }
    }

    private List<FactValue> given(YamlFields fields, Named adapter) {
        Predicate<ConsentAdapter> asking = one -> !one.knowsWords();
        Optional<YamlNode> node = fields.node("given");
        node.ifPresent(given -> checkBeside(
                adapter,
                asking,
                new Named("given", given.location()),
                "remove it: this adapter knows the shop's own words"));
        boolean asks = ConsentAdapters.find(adapter.name()).filter(asking).isPresent();
        if (node.isEmpty() && asks) {
            return List.of(new FactValue(FactValue.Kind.BOOLEAN, "true"));
        }
        node.filter(list -> list instanceof YamlList values && values.elements().isEmpty())
                .ifPresent(list -> problems.error(
                        "wrong-value",
                        list.location(),
                        "`given` is empty (expected: at least one value that means yes)",
                        "without the key it is `true`"));
        return scalars.values(fields.oneOrMany("given"), "`given`");
    }
}
