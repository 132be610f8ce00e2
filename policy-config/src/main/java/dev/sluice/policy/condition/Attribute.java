package dev.sluice.policy.condition;

import dev.sluice.policy.diagnostic.SourceLocation;
import dev.sluice.policy.evaluate.Checks;
import dev.sluice.policy.model.Condition;
import dev.sluice.policy.model.Named;
import dev.sluice.policy.yaml.YamlMap;
import dev.sluice.policy.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** One attribute of the customer against a test of its value. */
public record Attribute(Named name, FactTest test, SourceLocation location) implements Term {

    static final TermWord WORD = new TermWord("attributes", Attribute::read);

    /** Several attributes must all pass. */
    private static Optional<Condition> read(YamlNode node, SourceLocation location, Reading reading) {
        List<Condition> tests = new ArrayList<>();
        List<YamlMap.Entry> entries =
                reading.expect().map(node, "`attributes`").map(YamlMap::entries).orElse(List.of());
        for (YamlMap.Entry entry : entries) {
            Named name = new Named(entry.key(), entry.location());
            for (FactTest test : FactTest.read(entry, reading)) {
                tests.add(new Attribute(name, test, entry.location()));
            }
        }
        if (node instanceof YamlMap && entries.isEmpty()) {
            reading.problems()
                    .error("wrong-value", node.location(), "`attributes` is empty (expected: at least one)", null);
        }
        return Condition.all(tests, location);
    }

    @Override
    public KeyedCheck check(FactSource facts) {
        OptionalInt index = facts.attribute(name.name());
        return new KeyedCheck(
                index.isPresent() ? Checks.attribute(index.getAsInt(), test.ofAttribute()) : Checks.unknown(),
                "attribute " + name + " " + test);
    }

    @Override
    public String clause(boolean holds) {
        return test.clause("the attribute `" + name + "`", holds);
    }

    @Override
    public void cut(FactCuts cuts) {
        cuts.attribute(name.name(), test);
    }
}
