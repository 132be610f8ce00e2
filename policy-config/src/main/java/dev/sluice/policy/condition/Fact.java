package dev.sluice.policy.condition;

import dev.sluice.policy.diagnostic.NearestName;
import dev.sluice.policy.diagnostic.SourceLocation;
import dev.sluice.policy.evaluate.Check;
import dev.sluice.policy.evaluate.Checks;
import dev.sluice.policy.model.Condition;
import dev.sluice.policy.model.Named;
import dev.sluice.policy.yaml.YamlMap;
import java.util.List;
import java.util.Optional;

/** One fact of the record or document against a test; of many values, whether some value passes it. */
public record Fact(Named name, FactTest test, SourceLocation location) implements Term {

    /** The condition on a fact by its name. A map of other keys than tests is a condition that nobody knows. */
    public static Optional<Condition> read(YamlMap.Entry entry, Reading reading) {
        if (!FactTest.standsIn(entry.value())) {
            String known = String.join("`, `", Terms.words());
            reading.problems()
                    .error(
                            "unknown-condition",
                            entry.location(),
                            "unknown condition `" + entry.key() + "`",
                            NearestName.help(
                                    entry.key(),
                                    Terms.words(),
                                    "known conditions are `" + known
                                            + "`, and the facts of the catalogs by their names"));
            return Optional.empty();
        }
        Named name = new Named(entry.key(), entry.location());
        List<Condition> all = FactTest.read(entry, reading).stream()
                .<Condition>map(test -> new Fact(name, test, entry.location()))
                .toList();
        return Condition.all(all, entry.location());
    }

    /** Of many values some must pass a positive test, so a negative one is passed only if all do. */
    @Override
    public KeyedCheck check(FactSource facts) {
        String key = "fact " + name + " " + test;
        return facts.fact(name.name())
                .map(place -> new KeyedCheck(check(place), key))
                .orElseGet(() -> new KeyedCheck(Checks.unknown(), key));
    }

    private Check check(FactSource.Place place) {
        Check some = Checks.someValue(place.index(), test.positive(place.number()));
        return test.negative() ? Checks.not(some) : some;
    }

    @Override
    public String clause(boolean holds) {
        return test.clause("the fact `" + name + "`", holds);
    }

    @Override
    public void cut(FactCuts cuts) {
        cuts.fact(name.name(), test);
    }
}
