package dev.sluice.policy.condition;

import dev.sluice.policy.diagnostic.SourceLocation;
import dev.sluice.policy.evaluate.AgeBound;
import dev.sluice.policy.evaluate.Checks;
import dev.sluice.policy.model.Basis.ConsentRequirement;
import dev.sluice.policy.model.Condition;
import dev.sluice.policy.model.Named;
import dev.sluice.policy.vocabulary.AgeTable;
import dev.sluice.policy.yaml.YamlExpectation;
import dev.sluice.policy.yaml.YamlFields;
import dev.sluice.policy.yaml.YamlMap;
import dev.sluice.policy.yaml.YamlNode;
import dev.sluice.policy.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How old the customer is: {@code age: { at_least: 18 }}. */
public record Age(boolean atLeast, Bound bound, SourceLocation location) implements Term {

    static final TermWord WORD = new TermWord("age", Age::read);

    private static final int OLDEST = 150;

    /** A bound on age, in whole years. */
    public sealed interface Bound {

        /** The table of the law that it is looked up in, by the country where the customer lives. */
        default Optional<AgeTable> table() {
            return Optional.empty();
        }

        record Years(int years) implements Bound {}

        /** GDPR Art. 8 where the customer lives. */
        record DigitalConsent() implements Bound {

            @Override
            public Optional<AgeTable> table() {
                return Optional.of(AgeTable.DIGITAL_CONSENT);
            }
        }

        /** Full age where the customer lives. */
        record Majority() implements Bound {

            @Override
            public Optional<AgeTable> table() {
                return Optional.of(AgeTable.MAJORITY);
            }
        }
    }

    private static Optional<Condition> read(YamlNode value, SourceLocation location, Reading reading) {
        return reading.expect().map(value, "`age`").flatMap(map -> bounds(map, location, reading));
    }

    /** Several bounds must all hold. */
    private static Optional<Condition> bounds(YamlMap map, SourceLocation location, Reading reading) {
        YamlFields fields = reading.fields(map, "age-bounds");
        List<Condition> bounds = new ArrayList<>();
        fields.node("at_least")
                .flatMap(node -> bound(node, "`at_least`", reading))
                .ifPresent(bound -> bounds.add(new Age(true, bound, location)));
        fields.node("below")
                .flatMap(node -> bound(node, "`below`", reading))
                .ifPresent(bound -> bounds.add(new Age(false, bound, location)));
        fields.rejectOthers();
        if (map.entries().isEmpty()) {
            reading.problems().error("missing-key", location, "`age` has neither `at_least` nor `below`", null);
        }
        return Condition.all(bounds, location);
    }

    private static Optional<Bound> bound(YamlNode node, String what, Reading reading) {
        boolean quoted = YamlExpectation.unquoted(node, YamlScalar.Kind.NUMBER) != null;
        if (!quoted && node instanceof YamlScalar scalar && scalar.isText()) {
            Named word = new Named(scalar.text(), scalar.location());
            return reading.isOneOf(word, what, List.of("digital_consent", "majority"))
                    ? Optional.of(word.name().equals("majority") ? new Bound.Majority() : new Bound.DigitalConsent())
                    : Optional.empty();
        }
        return reading.expect().integer(node, what, 1, OLDEST).map(Bound.Years::new);
    }

    @Override
    public KeyedCheck check(FactSource facts) {
        facts.ask(CustomerFact.BIRTH);
        if (bound.table().isPresent()) {
            facts.ask(CustomerFact.COUNTRY);
        }
        AgeBound least = bound instanceof Bound.Years years
                ? AgeBound.years(years.years())
                : AgeBound.of(bound.table().orElseThrow());
        KeyedCheck check = new KeyedCheck(Checks.atLeast(least), "age " + bound);
        return atLeast ? check : check.not();
    }

    @Override
    public String clause(boolean holds) {
        boolean older = atLeast == holds;
        if (bound instanceof Bound.Years years) {
            return "the customer is " + (older ? years.years() + " or older" : "younger than " + years.years());
        }
        if (bound instanceof Bound.Majority) {
            return "the customer is " + (older ? "of age" : "a minor") + " where they live";
        }
        return "the customer is " + (older ? "old enough" : "too young")
                + " to consent online where they live (GDPR Art. 8)";
    }

    @Override
    public void cut(FactCuts cuts) {
        if (bound instanceof Bound.Years years) {
            cuts.age(years.years());
        }
        bound.table().ifPresent(cuts::age);
    }

    /** Whoever is too young to consent is old enough with it. */
    @Override
    public Condition withGuardian(ConsentRequirement guardian, boolean positive) {
        if (!(bound instanceof Bound.DigitalConsent) || atLeast != positive) {
            return this;
        }
        Condition old = new Age(true, bound, location);
        Condition given = new Condition.Consent(guardian, location);
        Condition either = new Condition.Any(List.of(old, given), location);
        return atLeast ? either : new Condition.Not(either, location);
    }
}
