package dev.sluice.policy.parse;

import dev.sluice.policy.diagnostic.Problems;
import dev.sluice.policy.model.Condition;
import dev.sluice.policy.model.Forbid;
import dev.sluice.policy.model.FormSpec;
import dev.sluice.policy.model.Named;
import dev.sluice.policy.model.Protect;
import dev.sluice.policy.yaml.YamlExpectation;
import dev.sluice.policy.yaml.YamlFields;
import dev.sluice.policy.yaml.YamlNode;
import java.util.List;
import java.util.Optional;

/** Parses what cuts down: the entries of {@code protect} and {@code forbid}. */
final class CutParser {

    private final Problems problems;
    private final YamlExpectation expect;
    private final ScalarParser scalars;
    private final FormParser forms;
    private final ConditionParser conditions;

    CutParser(Problems problems, ConditionParser conditions) {
        this.problems = problems;
        this.expect = new YamlExpectation(problems);
        this.scalars = new ScalarParser(problems);
        this.forms = new FormParser(problems);
        this.conditions = conditions;
    }

    Optional<Protect> protect(YamlNode node) {
        return expect.map(node, "a protect").flatMap(map -> {
            YamlFields fields = new YamlFields(map, "a protect", problems);
            Named id = scalars.id(fields);
            Named category = ScalarParser.required(fields, "category");
            Optional<FormSpec> atMost = fields.requiredNode("at_most").flatMap(forms::parse);
            Condition when = fields.node("when").flatMap(conditions::parse).orElse(null);
            Named of = fields.text("of").map(ScalarParser::named).orElse(null);
            fields.rejectOthers();
            return atMost.map(form -> new Protect(id, category, form, when, of, fields.location()));
        });
    }

    Optional<Forbid> forbid(YamlNode node) {
        return expect.map(node, "a forbid").map(map -> {
            YamlFields fields = new YamlFields(map, "a forbid", problems);
            Named id = scalars.id(fields);
            List<Named> categories = ScalarParser.named(fields.requiredTexts("categories"));
            Condition when = fields.node("when").flatMap(conditions::parse).orElse(null);
            Condition unless = fields.node("unless").flatMap(conditions::parse).orElse(null);
            Named of = fields.text("of").map(ScalarParser::named).orElse(null);
            fields.rejectOthers();
            return new Forbid(id, categories, when, unless, of, fields.location());
        });
    }
}
