package dev.sluice.policy.parse;

import dev.sluice.policy.diagnostic.Problems;
import dev.sluice.policy.model.Basis;
import dev.sluice.policy.model.Condition;
import dev.sluice.policy.model.Force;
import dev.sluice.policy.model.Named;
import dev.sluice.policy.model.PartnerScope;
import dev.sluice.policy.model.Policy;
import dev.sluice.policy.model.Rule;
import dev.sluice.policy.model.Share;
import dev.sluice.policy.model.Subject;
import dev.sluice.policy.shape.BundleShapes;
import dev.sluice.policy.yaml.YamlExpectation;
import dev.sluice.policy.yaml.YamlFields;
import dev.sluice.policy.yaml.YamlMap;
import dev.sluice.policy.yaml.YamlNode;
import dev.sluice.policy.yaml.YamlScalar;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Parses {@code kind: Policy}. */
final class PolicyParser {

    private final Problems problems;
    private final YamlExpectation expect;
    private final ScalarParser scalars;
    private final BasisParser bases;
    private final ConditionParser conditions;
    private final ShareParser shares;
    private final DeriveParser derives;
    private final CutParser cuts;
    private final ForceParser forces;
    private final ScopeParser scopes;

    PolicyParser(Problems problems, Lists lists, ConditionParser conditions) {
        this.problems = problems;
        this.expect = new YamlExpectation(problems);
        this.scalars = new ScalarParser(problems);
        this.bases = new BasisParser(problems);
        this.conditions = conditions;
        this.shares = new ShareParser(problems);
        this.derives = new DeriveParser(problems);
        this.forces = new ForceParser(problems);
        this.scopes = new ScopeParser(problems, lists);
        this.cuts = new CutParser(problems, lists, conditions);
    }

    Policy parse(YamlMap map) {
        YamlFields fields = new YamlFields(map, BundleShapes.shape("policy"), problems);
        fields.node("kind");
        Policy policy = new Policy(
                scalars.id(fields),
                fields.text("owner").map(YamlScalar::text).orElse(null),
                fields.text("why").map(YamlScalar::text).orElse(null),
                reviewBy(fields).orElse(null),
                partners(fields),
                ScalarParser.named(fields.requiredTexts("catalogs")),
                ScalarParser.required(fields, "purpose"),
                basis(fields),
                conditions.parseEach(fields.oneOrMany("for")),
                ScalarParser.named(fields.texts("row_needs")),
                document(fields),
                joined(shares.parse(fields.oneOrMany("share")), derives.parse(fields)),
                fields.text("wide").map(YamlScalar::text).orElse(null),
                rules(fields),
                fields.list("protect").stream()
                        .flatMap(node -> cuts.protect(node).stream())
                        .toList(),
                fields.list("forbid").stream()
                        .flatMap(node -> cuts.forbid(node).stream())
                        .toList(),
                fields.location());
        fields.rejectOthers();
        return policy;
    }

    private Optional<LocalDate> reviewBy(YamlFields fields) {
        return fields.text("review_by").flatMap(text -> scalars.date(text, "`review_by`"));
    }

    private PartnerScope partners(YamlFields policy) {
        return policy.requiredNode("partners")
                .map(node -> scopes.parse(node, "`partners`"))
                .orElseGet(PartnerScope::everybody);
    }

    private Basis basis(YamlFields fields) {
        return fields.requiredNode("basis")
                .flatMap(bases::parse)
                .orElseGet(() -> new Basis.Contract(fields.location()));
    }

    /** Without the key the pages' own workings leave; an empty list keeps even those. */
    private List<Named> document(YamlFields fields) {
        return fields.node("document").isPresent()
                ? ScalarParser.named(fields.texts("document"))
                : List.of(new Named("system.operations", fields.location()));
    }

    private List<Rule> rules(YamlFields policy) {
        return policy.list("rules").stream()
                .flatMap(node -> expect.map(node, "a rule").stream())
                .map(this::rule)
                .toList();
    }

    private static List<Share> joined(List<Share> some, List<Share> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }

    private Rule rule(YamlMap map) {
        YamlFields fields = new YamlFields(map, BundleShapes.shape("rule"), problems);
        Named id = scalars.id(fields);
        Named of = fields.text("of").map(ScalarParser::named).orElse(null);
        Subject subject = forces.subject(fields).orElse(Subject.CUSTOMER);
        Basis basis = fields.node("basis").flatMap(bases::parse).orElse(null);
        Condition when = fields.node("when").flatMap(conditions::parse).orElse(null);
        List<Share> derived = derives.parse(fields);
        Optional<YamlNode> share = derived.isEmpty() ? fields.requiredNode("share") : fields.node("share");
        List<Share> all = joined(shares.parse(share.map(expect::oneOrMany).orElse(List.of())), derived);
        Force force = forces.force(fields);
        String wide = fields.text("wide").map(YamlScalar::text).orElse(null);
        Rule rule = new Rule(id, of, subject, basis, when, all, force, wide, fields.location());
        fields.rejectOthers();
        return rule;
    }
}
