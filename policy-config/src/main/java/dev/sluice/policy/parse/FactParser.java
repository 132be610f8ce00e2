package dev.sluice.policy.parse;

import dev.sluice.policy.diagnostic.Problems;
import dev.sluice.policy.model.FactShape;
import dev.sluice.policy.model.Named;
import dev.sluice.policy.model.Path.Step;
import dev.sluice.policy.model.Place;
import dev.sluice.policy.shape.BundleShapes;
import dev.sluice.policy.yaml.YamlFields;
import dev.sluice.policy.yaml.YamlMap;
import java.util.List;

/** Parses {@code facts}: names for what conditions may ask of a record or document. */
final class FactParser {

    private final Problems problems;
    private final ScalarParser scalars;
    private final PlaceParser places;

    FactParser(Problems problems) {
        this.problems = problems;
        this.scalars = new ScalarParser(problems);
        this.places = new PlaceParser(problems);
    }

    List<FactShape> parse(List<YamlMap.Entry> entries) {
        return entries.stream().map(this::fact).toList();
    }

    private FactShape fact(YamlMap.Entry entry) {
        Named name = new Named(entry.key(), entry.location());
        if (!(entry.value() instanceof YamlMap map)) {
            List<Place> at = places.places(entry.value(), "`" + entry.key() + "`");
            return new FactShape(name, at, false, FactShape.Type.TEXT);
        }
        YamlFields fields = new YamlFields(map, BundleShapes.shape("fact-terms"), problems);
        List<Place> at = fields.requiredNode("at")
                .map(node -> places.places(node, "`at`"))
                .orElse(List.of());
        boolean many = fields.flag("many").orElse(false);
        FactShape.Type type = fields.text("type")
                .flatMap(text -> scalars.oneOf(text, "`type`", List.of("text", "number")))
                .map(word -> word.equals("number") ? FactShape.Type.NUMBER : FactShape.Type.TEXT)
                .orElse(FactShape.Type.TEXT);
        fields.rejectOthers();
        if (many) {
            checkMany(fields, at);
        }
        return new FactShape(name, at, many, type);
    }

    /** Many values come from one place with an array, or with names that are data, on its way. */
    private void checkMany(YamlFields fields, List<Place> at) {
        boolean one = at.size() == 1 && !at.get(0).ofName();
        boolean several = one
                && at.get(0).path().steps().stream()
                        .anyMatch(step -> step instanceof Step.AnyElement
                                || step instanceof Step.AnyMember
                                || step instanceof Step.Matching);
        if (!at.isEmpty() && !several) {
            problems.error(
                    "wrong-value",
                    fields.location(),
                    "a fact with `many: true` stands at " + at.size()
                            + (at.size() == 1 ? " place without `[*]`" : " places")
                            + " (expected: one path with `[*]`)",
                    "without `many` all values that are found must agree");
        }
    }
}
