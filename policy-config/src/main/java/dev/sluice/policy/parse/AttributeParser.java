package dev.sluice.policy.parse;

import dev.sluice.policy.diagnostic.NearestName;
import dev.sluice.policy.diagnostic.Problems;
import dev.sluice.policy.diagnostic.SourceLocation;
import dev.sluice.policy.model.Condition;
import dev.sluice.policy.model.Condition.ValueTest;
import dev.sluice.policy.model.FactValue;
import dev.sluice.policy.model.Named;
import dev.sluice.policy.shape.BundleShapes;
import dev.sluice.policy.yaml.YamlExpectation;
import dev.sluice.policy.yaml.YamlFields;
import dev.sluice.policy.yaml.YamlList;
import dev.sluice.policy.yaml.YamlMap;
import dev.sluice.policy.yaml.YamlNode;
import dev.sluice.policy.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Parses the conditions on attributes and facts: by name a value, a list of values, or a map of tests. */
final class AttributeParser {

    private static final List<String> TESTS = List.of("any_of", "none_of", "at_least", "below");

    private final Problems problems;
    private final Lists lists;
    private final YamlExpectation expect;
    private final ScalarParser scalars;

    AttributeParser(Problems problems, Lists lists) {
        this.problems = problems;
        this.lists = lists;
        this.expect = new YamlExpectation(problems);
        this.scalars = new ScalarParser(problems);
    }

    /** Several attributes must all pass. */
    Optional<Condition> parse(YamlNode node, SourceLocation location) {
        List<Condition> tests = new ArrayList<>();
        List<YamlMap.Entry> entries =
                expect.map(node, "`attributes`").map(YamlMap::entries).orElse(List.of());
        for (YamlMap.Entry entry : entries) {
            Named name = new Named(entry.key(), entry.location());
            for (ValueTest test : tests(entry)) {
                tests.add(new Condition.Attribute(name, test, entry.location()));
            }
        }
        if (node instanceof YamlMap && entries.isEmpty()) {
            problems.error("wrong-value", node.location(), "`attributes` is empty (expected: at least one)", null);
        }
        return tests.size() < 2 ? tests.stream().findFirst() : Optional.of(new Condition.All(tests, location));
    }

    /** The condition on a fact by its name. A map of other keys than tests is a condition that nobody knows. */
    Optional<Condition> fact(YamlMap.Entry entry) {
        boolean tests = !(entry.value() instanceof YamlMap map)
                || map.entries().stream().anyMatch(test -> TESTS.contains(test.key()));
        if (!tests) {
            problems.error(
                    "unknown-condition",
                    entry.location(),
                    "unknown condition `" + entry.key() + "`",
                    NearestName.help(
                            entry.key(),
                            Condition.WORDS,
                            "known conditions are `" + String.join("`, `", Condition.WORDS)
                                    + "`, and the facts of the catalogs by their names"));
            return Optional.empty();
        }
        Named name = new Named(entry.key(), entry.location());
        List<Condition> all = tests(entry).stream()
                .<Condition>map(test -> new Condition.Fact(name, test, entry.location()))
                .toList();
        return all.size() < 2 ? all.stream().findFirst() : Optional.of(new Condition.All(all, entry.location()));
    }

    private List<ValueTest> tests(YamlMap.Entry entry) {
        if (!(entry.value() instanceof YamlMap map)) {
            return values(entry.value(), "`" + entry.key() + "`")
                    .<ValueTest>map(ValueTest.AnyOf::new)
                    .map(List::of)
                    .orElse(List.of());
        }
        List<ValueTest> tests = new ArrayList<>();
        YamlFields fields = new YamlFields(map, BundleShapes.shape("value-tests"), problems);
        fields.node("any_of")
                .flatMap(node -> values(node, "`any_of`"))
                .map(ValueTest.AnyOf::new)
                .ifPresent(tests::add);
        fields.node("none_of")
                .flatMap(node -> values(node, "`none_of`"))
                .map(ValueTest.NoneOf::new)
                .ifPresent(tests::add);
        fields.node("at_least")
                .flatMap(node -> number(node, "`at_least`"))
                .map(ValueTest.AtLeast::new)
                .ifPresent(tests::add);
        fields.node("below")
                .flatMap(node -> number(node, "`below`"))
                .map(ValueTest.Below::new)
                .ifPresent(tests::add);
        fields.rejectOthers();
        if (map.entries().isEmpty()) {
            problems.error("missing-key", map.location(), "the test of `" + entry.key() + "` is empty", null);
        }
        return tests;
    }

    private Optional<List<FactValue>> values(YamlNode node, String what) {
        List<FactValue> values = scalars.values(lists.nodes(expect.oneOrMany(node)), what);
        if (node instanceof YamlList list && list.elements().isEmpty()) {
            problems.error("wrong-value", node.location(), what + " is empty (expected: at least one)", null);
        }
        return values.isEmpty() ? Optional.empty() : Optional.of(values);
    }

    private Optional<String> number(YamlNode node, String what) {
        if (node instanceof YamlScalar scalar && scalar.kind() == YamlScalar.Kind.NUMBER) {
            return Optional.of(scalar.text());
        }
        problems.error("wrong-type", node.location(), what + " is " + node.kindName() + " (expected: a number)", null);
        return Optional.empty();
    }
}
