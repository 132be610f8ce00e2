package dev.sluice.policy.parse;

import dev.sluice.policy.diagnostic.Problems;
import dev.sluice.policy.model.FactValue;
import dev.sluice.policy.model.Named;
import dev.sluice.policy.model.OnRecord;
import dev.sluice.policy.model.Scenario;
import dev.sluice.policy.model.Scenario.Content;
import dev.sluice.policy.model.Scenario.Expected;
import dev.sluice.policy.model.Scenario.Given;
import dev.sluice.policy.model.Scenario.ScenarioPath;
import dev.sluice.policy.model.Scenario.SharedValue;
import dev.sluice.policy.shape.BundleShapes;
import dev.sluice.policy.yaml.YamlExpectation;
import dev.sluice.policy.yaml.YamlFields;
import dev.sluice.policy.yaml.YamlList;
import dev.sluice.policy.yaml.YamlMap;
import dev.sluice.policy.yaml.YamlNode;
import dev.sluice.policy.yaml.YamlScalar;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Parses {@code kind: Test}. */
final class ScenarioParser {

    private final Problems problems;
    private final YamlExpectation expect;
    private final ScalarParser scalars;
    private final ContentParser contents;
    private final PathParser paths;

    ScenarioParser(Problems problems) {
        this.problems = problems;
        this.expect = new YamlExpectation(problems);
        this.scalars = new ScalarParser(problems);
        this.contents = new ContentParser(problems);
        this.paths = new PathParser(problems);
    }

    /** Nothing where what is missing leaves no test: a problem tells of it. */
    Optional<Scenario> parse(YamlMap map) {
        YamlFields fields = new YamlFields(map, BundleShapes.shape("test"), problems);
        fields.node("kind");
        Named id = scalars.id(fields);
        String why = fields.text("why").map(YamlScalar::text).orElse(null);
        Optional<Given> given = fields.requiredNode("given")
                .flatMap(node -> expect.map(node, "`given`"))
                .flatMap(this::given);
        Optional<Expected> expected = fields.requiredNode("expect")
                .flatMap(node -> expect.map(node, "`expect`"))
                .map(this::expected);
        fields.rejectOthers();
        if (given.isEmpty() || expected.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Scenario(id, why, given.get(), expected.get(), fields.location()));
    }

    private Optional<Given> given(YamlMap map) {
        YamlFields fields = new YamlFields(map, BundleShapes.shape("given"), problems);
        Named partner = ScalarParser.required(fields, "partner");
        Named purpose = fields.text("purpose").map(ScalarParser::named).orElse(null);
        Named catalog = ScalarParser.required(fields, "catalog");
        Optional<Instant> at = fields.requiredText("at").flatMap(this::instant);
        List<Named> callerRoles = fields.node("caller_roles")
                .map(node -> ScalarParser.named(expect.texts(node, "`caller_roles`")))
                .orElse(null);
        OnRecord onRecord = OnRecordParser.ofTest(problems).parse(fields);
        Optional<Content> input = fields.requiredNode("input").flatMap(node -> contents.parse(node, "`input`"));
        fields.rejectOthers();
        if (at.isEmpty() || input.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Given(partner, purpose, catalog, at.get(), callerRoles, onRecord, input.get()));
    }

    private Expected expected(YamlMap map) {
        YamlFields fields = new YamlFields(map, BundleShapes.shape("expected"), problems);
        Content output = fields.node("output")
                .flatMap(node -> contents.parse(node, "`output`"))
                .orElse(null);
        Optional<YamlMap> shared = fields.node("shared").flatMap(node -> expect.map(node, "`shared`"));
        boolean complete = fields.node("complete")
                .flatMap(node -> expect.flag(node, "`complete`"))
                .orElse(false);
        Expected expected = new Expected(
                output,
                shared.map(this::shared).orElse(List.of()),
                complete,
                fields.texts("withheld").stream()
                        .flatMap(text -> path(text).stream())
                        .toList(),
                ScalarParser.named(fields.texts("rules")));
        fields.rejectOthers();
        if (map.entries().isEmpty()) {
            problems.error(
                    "missing-key",
                    map.location(),
                    "`expect` says nothing (expected: `output`, `shared`, `withheld` or `rules`)",
                    null);
        } else if (complete && shared.isEmpty()) {
            problems.error(
                    "missing-key",
                    fields.node("complete").map(YamlNode::location).orElse(map.location()),
                    "`complete` stands without `shared`",
                    "write `shared: {}` if nothing at all may leave");
        } else if (shared.isPresent() && shared.get().entries().isEmpty() && !complete) {
            problems.error(
                    "wrong-value",
                    shared.get().location(),
                    "`shared` is empty and therefore expects nothing",
                    "add `complete: true` if nothing at all may leave");
        }
        List.of("withheld", "rules").forEach(key -> rejectEmpty(fields, key));
        return expected;
    }

    /** An empty list would pass whatever happens. */
    private void rejectEmpty(YamlFields fields, String key) {
        fields.node(key)
                .filter(node -> node instanceof YamlList list && list.elements().isEmpty())
                .ifPresent(node -> problems.error(
                        "wrong-value",
                        node.location(),
                        "`" + key + "` is empty and therefore expects nothing",
                        "name what is expected, or leave `" + key + "` out"));
    }

    private List<SharedValue> shared(YamlMap map) {
        List<SharedValue> values = new ArrayList<>();
        for (YamlMap.Entry entry : map.entries()) {
            YamlScalar text = new YamlScalar(YamlScalar.Kind.TEXT, entry.key(), entry.location());
            path(text).ifPresent(path -> {
                if (entry.value() instanceof YamlScalar scalar && scalar.kind() == YamlScalar.Kind.NULL) {
                    values.add(new SharedValue(path, null));
                } else {
                    scalars.value(entry.value(), "`" + entry.key() + "`")
                            .ifPresent((@Nullable FactValue value) -> values.add(new SharedValue(path, value)));
                }
            });
        }
        return values;
    }

    private Optional<ScenarioPath> path(YamlScalar text) {
        return paths.parse(text).map(path -> new ScenarioPath(path, text.location()));
    }

    private Optional<Instant> instant(YamlScalar scalar) {
        try {
            return Optional.of(Instant.parse(scalar.text()));
        } catch (DateTimeParseException e) {
            problems.error(
                    "invalid-instant",
                    scalar.location(),
                    "`at` is `" + scalar.text() + "` (expected: an instant such as `2026-11-21T10:00:00Z`)",
                    null);
            return Optional.empty();
        }
    }
}
