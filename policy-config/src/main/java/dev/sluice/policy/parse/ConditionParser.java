package dev.sluice.policy.parse;

import dev.sluice.policy.condition.Fact;
import dev.sluice.policy.condition.Reading;
import dev.sluice.policy.condition.TermWord;
import dev.sluice.policy.condition.Terms;
import dev.sluice.policy.diagnostic.Problems;
import dev.sluice.policy.diagnostic.SourceLocation;
import dev.sluice.policy.model.Condition;
import dev.sluice.policy.yaml.YamlExpectation;
import dev.sluice.policy.yaml.YamlList;
import dev.sluice.policy.yaml.YamlMap;
import dev.sluice.policy.yaml.YamlNode;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** Parses conditions on a customer: a map of one key, or a list all of which must be true. */
final class ConditionParser {

    private static final int DEEPEST = 20;

    private final Problems problems;
    private final NamedConditions named;
    private final YamlExpectation expect;
    private final BasisParser bases;
    private final Reading reading;

    ConditionParser(Problems problems, Lists lists, NamedConditions named) {
        this.problems = problems;
        this.named = named;
        this.expect = new YamlExpectation(problems);
        this.bases = new BasisParser(problems);
        this.reading = new TermReading(problems, lists);
    }

    /** One condition; a list counts as {@code all}. */
    Optional<Condition> parse(YamlNode node) {
        return node instanceof YamlList ? joined(node, "`all`", 0, Condition.All::new) : condition(node, 0);
    }

    /** The conditions of a list, or the one that stands alone. */
    List<Condition> parseEach(List<YamlNode> nodes) {
        return nodes.stream().flatMap(node -> condition(node, 0).stream()).toList();
    }

    private Optional<Condition> condition(YamlNode node, int depth) {
        Optional<YamlMap> map = expect.map(node, "a condition");
        if (map.isEmpty()) {
            return Optional.empty();
        }
        if (map.get().entries().size() != 1 || depth > DEEPEST) {
            problems.error(
                    "one-condition",
                    node.location(),
                    "a condition has " + map.get().entries().size() + " keys in level " + (depth + 1)
                            + " (expected: one, in at most " + DEEPEST + " levels)",
                    "write several as a list below `all` or `any`");
            return Optional.empty();
        }
        YamlMap.Entry entry = map.get().entries().get(0);
        YamlNode value = entry.value();
        SourceLocation location = entry.location();
        return switch (entry.key()) {
            case "is" -> expect.text(value, "`is`").map(ScalarParser::named).flatMap(named::resolve);
            case "consent" ->
                expect.map(value, "`consent`").map(consent -> new Condition.Consent(bases.consent(consent), location));
            case "all" -> joined(value, "`all`", depth, Condition.All::new);
            case "any" -> joined(value, "`any`", depth, Condition.Any::new);
            case "not" -> condition(value, depth + 1).map(inner -> new Condition.Not(inner, location));
            default -> term(entry);
        };
    }

    /** What asks one thing; a key that is no word of the language is a fact by its name. */
    private Optional<Condition> term(YamlMap.Entry entry) {
        Optional<TermWord> word = Terms.find(entry.key());
        return word.isPresent()
                ? word.get().reader().read(entry.value(), entry.location(), reading)
                : Fact.read(entry, reading);
    }

    private Optional<Condition> joined(
            YamlNode value, String what, int depth, BiFunction<List<Condition>, SourceLocation, Condition> join) {
        List<Condition> inner = expect.list(value, what).stream()
                .flatMap(element -> condition(element, depth + 1).stream())
                .toList();
        reading.rejectEmpty(value, what);
        return inner.isEmpty() ? Optional.empty() : Optional.of(join.apply(inner, value.location()));
    }
}
