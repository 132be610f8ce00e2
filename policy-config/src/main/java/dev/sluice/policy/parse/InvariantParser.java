package dev.sluice.policy.parse;

import dev.sluice.policy.diagnostic.Problems;
import dev.sluice.policy.model.Condition;
import dev.sluice.policy.model.Invariant;
import dev.sluice.policy.model.ListSort;
import dev.sluice.policy.model.Named;
import dev.sluice.policy.model.PartnerScope;
import dev.sluice.policy.shape.BundleShapes;
import dev.sluice.policy.yaml.YamlExpectation;
import dev.sluice.policy.yaml.YamlFields;
import dev.sluice.policy.yaml.YamlMap;
import dev.sluice.policy.yaml.YamlNode;
import dev.sluice.policy.yaml.YamlScalar;
import java.util.List;
import java.util.Optional;

/** Parses {@code kind: Invariant}. */
final class InvariantParser {

    private final Problems problems;
    private final YamlExpectation expect;
    private final ScalarParser scalars;
    private final Lists lists;
    private final ScopeParser scopes;
    private final ForceParser forces;
    private final ConditionParser conditions;

    InvariantParser(Problems problems, Lists lists, ConditionParser conditions) {
        this.problems = problems;
        this.expect = new YamlExpectation(problems);
        this.scalars = new ScalarParser(problems);
        this.lists = lists;
        this.scopes = new ScopeParser(problems, lists);
        this.forces = new ForceParser(problems);
        this.conditions = conditions;
    }

    Optional<Invariant> parse(YamlMap map) {
        YamlFields fields = new YamlFields(map, BundleShapes.shape("invariant"), problems);
        fields.node("kind");
        Named id = scalars.id(fields);
        String why = fields.text("why").map(YamlScalar::text).orElse(null);
        String vacuous = fields.text("may_be_vacuous").map(YamlScalar::text).orElse(null);
        Optional<YamlNode> never = fields.node("never");
        Optional<YamlNode> only = fields.node("only");
        fields.rejectOthers();
        if (never.isPresent() == only.isPresent()) {
            problems.error(
                    "missing-key",
                    fields.location(),
                    "an invariant has " + (never.isPresent() ? "both" : "neither") + " `never` "
                            + (never.isPresent() ? "and" : "nor") + " `only` (expected: one of them)",
                    null);
            return Optional.empty();
        }
        return never.flatMap(this::never)
                .or(() -> only.flatMap(this::only))
                .map(promise -> new Invariant(id, why, vacuous, promise, fields.location()));
    }

    private Optional<Invariant.Promise> never(YamlNode node) {
        return expect.map(node, "`never`").map(map -> {
            YamlFields fields = new YamlFields(map, BundleShapes.shape("never"), problems);
            Invariant.Limit limit = fields.text("weaker_than")
                            .flatMap(word -> scalars.oneOf(word, "`weaker_than`", List.of("pseudonym")))
                            .isPresent()
                    ? new Invariant.Limit.NotClear()
                    : new Invariant.Limit.Nothing();
            return promise(fields, limit);
        });
    }

    private Optional<Invariant.Promise> only(YamlNode node) {
        return expect.map(node, "`only`").map(map -> {
            YamlFields fields = new YamlFields(map, BundleShapes.shape("only"), problems);
            return promise(fields, new Invariant.Limit.These(ScalarParser.named(fields.requiredTexts("as"))));
        });
    }

    private Invariant.Promise promise(YamlFields fields, Invariant.Limit limit) {
        Condition when = fields.node("when").flatMap(conditions::parse).orElse(null);
        Invariant.Promise promise = new Invariant.Promise(
                lists.named(fields.requiredTexts("share"), ListSort.CATEGORIES),
                fields.node("to").map(node -> scopes.parse(node, "`to`")).orElseGet(PartnerScope::everybody),
                purposes(fields),
                fields.text("of").map(ScalarParser::named).orElse(null),
                forces.subject(fields).orElse(null),
                when,
                limit);
        fields.rejectOthers();
        return promise;
    }

    private List<Named> purposes(YamlFields fields) {
        return fields.node("purposes").isPresent()
                ? lists.named(fields.requiredTexts("purposes"), ListSort.PURPOSES)
                : List.of();
    }
}
