package dev.sluice.policy.parse;

import dev.sluice.policy.diagnostic.Problems;
import dev.sluice.policy.diagnostic.SourceLocation;
import dev.sluice.policy.model.Condition;
import dev.sluice.policy.model.Exemption;
import dev.sluice.policy.model.Forbid;
import dev.sluice.policy.model.Force;
import dev.sluice.policy.model.FormSpec;
import dev.sluice.policy.model.ListSort;
import dev.sluice.policy.model.Named;
import dev.sluice.policy.model.PartnerScope;
import dev.sluice.policy.model.Protect;
import dev.sluice.policy.model.ShopForbid;
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
import org.jspecify.annotations.Nullable;

/** Parses what cuts down: the entries of {@code protect} and {@code forbid}, and {@code kind: Forbid}. */
final class CutParser {

    private final Problems problems;
    private final YamlExpectation expect;
    private final ScalarParser scalars;
    private final FormParser forms;
    private final Lists lists;
    private final ConditionParser conditions;
    private final ForceParser forces;

    CutParser(Problems problems, Lists lists, ConditionParser conditions) {
        this.problems = problems;
        this.expect = new YamlExpectation(problems);
        this.scalars = new ScalarParser(problems);
        this.forms = new FormParser(problems);
        this.lists = lists;
        this.conditions = conditions;
        this.forces = new ForceParser(problems);
    }

    Optional<Protect> protect(YamlNode node) {
        return expect.map(node, "a protect").flatMap(map -> {
            YamlFields fields = new YamlFields(map, BundleShapes.shape("protect"), problems);
            Named id = scalars.id(fields);
            Named category = ScalarParser.required(fields, "category");
            Optional<FormSpec> atMost = fields.requiredNode("at_most").flatMap(forms::parse);
            Condition when = fields.node("when").flatMap(conditions::parse).orElse(null);
            Named of = fields.text("of").map(ScalarParser::named).orElse(null);
            Subject subject = forces.subject(fields).orElse(null);
            Force force = forces.force(fields);
            String vacuous = vacuous(fields);
            fields.rejectOthers();
            return atMost.map(
                    form -> new Protect(id, category, form, when, of, subject, force, vacuous, fields.location()));
        });
    }

    Optional<Forbid> forbid(YamlNode node) {
        return expect.map(node, "a forbid").map(map -> {
            YamlFields fields = new YamlFields(map, BundleShapes.shape("forbid"), problems);
            Forbid forbid = forbid(fields, "categories");
            fields.rejectOthers();
            return forbid;
        });
    }

    /** {@code kind: Forbid}. */
    ShopForbid shopForbid(YamlMap map) {
        YamlFields fields = new YamlFields(map, BundleShapes.shape("shop-forbid"), problems);
        fields.node("kind");
        ScopeParser scopes = new ScopeParser(problems, lists);
        ShopForbid forbid = new ShopForbid(
                forbid(fields, "forbid"),
                fields.text("why").map(YamlScalar::text).orElse(null),
                fields.node("to").map(node -> scopes.parse(node, "`to`")).orElseGet(PartnerScope::everybody),
                purposes(fields),
                fields.list("except").stream()
                        .flatMap(node -> exemption(node).stream())
                        .toList());
        fields.rejectOthers();
        return forbid;
    }

    private List<Named> purposes(YamlFields fields) {
        return fields.node("purposes").isPresent()
                ? lists.named(fields.requiredTexts("purposes"), ListSort.PURPOSES)
                : List.of();
    }

    /** @param categories the key of what it forbids */
    private Forbid forbid(YamlFields fields, String categories) {
        return new Forbid(
                scalars.id(fields),
                lists.named(fields.requiredTexts(categories), ListSort.CATEGORIES),
                fields.node("when").flatMap(conditions::parse).orElse(null),
                fields.node("unless").flatMap(conditions::parse).orElse(null),
                fields.text("of").map(ScalarParser::named).orElse(null),
                forces.subject(fields).orElse(null),
                forces.force(fields),
                vacuous(fields),
                fields.location());
    }

    private static @Nullable String vacuous(YamlFields fields) {
        return fields.text("may_be_vacuous").map(YamlScalar::text).orElse(null);
    }

    private Optional<Exemption> exemption(YamlNode node) {
        return expect.map(node, "an exemption").flatMap(map -> {
            YamlFields fields = new YamlFields(map, BundleShapes.shape("exemption"), problems);
            Named partner = ScalarParser.required(fields, "partner");
            Optional<LocalDate> until = fields.requiredText("until").flatMap(text -> scalars.date(text, "`until`"));
            Optional<YamlScalar> approvedBy = fields.requiredText("approved_by");
            Optional<YamlScalar> why = fields.requiredText("why");
            fields.rejectOthers();
            SourceLocation location = fields.location();
            return until.flatMap(day -> approvedBy.flatMap(
                    by -> why.map(text -> new Exemption(partner, day, by.text(), text.text(), location))));
        });
    }
}
