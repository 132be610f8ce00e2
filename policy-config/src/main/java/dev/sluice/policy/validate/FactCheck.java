package dev.sluice.policy.validate;

import dev.sluice.policy.condition.Fact;
import dev.sluice.policy.condition.FactTest;
import dev.sluice.policy.diagnostic.NearestName;
import dev.sluice.policy.diagnostic.Problems;
import dev.sluice.policy.model.Bundle;
import dev.sluice.policy.model.Catalog;
import dev.sluice.policy.model.FactShape;
import dev.sluice.policy.model.FactValue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A fact's name means one thing in the whole bundle, is no word of the language, and is tested by what it can be. */
final class FactCheck implements BundleCheck {

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");

    private final List<String> conditions;

    /** @param conditions the words that conditions begin with */
    FactCheck(List<String> conditions) {
        this.conditions = conditions;
    }

    @Override
    public void check(Bundle bundle, Problems problems) {
        Map<String, FactShape> facts = new TreeMap<>();
        for (Catalog catalog : bundle.catalogs()) {
            Map<String, FactShape> ofDocument = new HashMap<>();
            catalog.document()
                    .facts()
                    .forEach(fact -> ofDocument.put(fact.name().name(), fact));
            all(catalog).forEach(fact -> declared(fact, facts, ofDocument, problems));
        }
        Conditions.leaves(bundle).forEach(leaf -> {
            if (leaf instanceof Fact fact) {
                asked(fact, facts, problems);
            }
        });
    }

    private static Stream<FactShape> all(Catalog catalog) {
        return Stream.concat(
                catalog.document().facts().stream(),
                catalog.records().stream().flatMap(record -> record.facts().stream()));
    }

    private void declared(
            FactShape fact, Map<String, FactShape> facts, Map<String, FactShape> ofDocument, Problems problems) {
        String name = fact.name().name();
        if (conditions.contains(name)) {
            problems.error(
                    "reserved-fact",
                    fact.name().location(),
                    "the fact `" + name + "` has the name of a condition",
                    "give it another name: conditions ask for facts by their names");
        }
        FactShape other = ofDocument.get(name);
        if (other != null && !other.equals(fact)) {
            problems.error(
                    "duplicate-id",
                    fact.name().location(),
                    "the id `" + name + "` names a second fact of the catalog",
                    "the first one stands at " + other.name().location());
        }
        FactShape first = facts.putIfAbsent(name, fact);
        if (first != null && (first.many() != fact.many() || first.type() != fact.type())) {
            problems.error(
                    "fact-differs",
                    fact.name().location(),
                    "the fact `" + name + "` has another `many` or `type` than the one at "
                            + first.name().location(),
                    "say the same of both, or call them by two names");
        }
    }

    private void asked(Fact fact, Map<String, FactShape> facts, Problems problems) {
        String name = fact.name().name();
        FactShape shape = facts.get(name);
        if (shape == null) {
            List<String> known =
                    Stream.concat(conditions.stream(), facts.keySet().stream()).toList();
            problems.error(
                    "unknown-condition",
                    fact.location(),
                    "unknown condition `" + name + "`",
                    NearestName.help(name, known, "known are `" + String.join("`, `", known) + "`"));
        } else if (!fits(fact.test(), shape.type() == FactShape.Type.NUMBER)) {
            problems.error(
                    "fact-type",
                    fact.location(),
                    "the fact `" + name + "` is tested as what it cannot be (it is a "
                            + (shape.type() == FactShape.Type.NUMBER ? "number" : "text") + ")",
                    "`at_least` and `below` need `type: number` in the catalog, and numbers are told from numbers only");
        }
    }

    private static boolean fits(FactTest test, boolean number) {
        return test.bound().isPresent() ? number : !number || numbers(test.values());
    }

    private static boolean numbers(List<FactValue> values) {
        return values.stream()
                .allMatch(value -> NUMBER.matcher(value.text().strip()).matches());
    }
}
