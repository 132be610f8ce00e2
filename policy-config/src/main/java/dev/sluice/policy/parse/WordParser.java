package dev.sluice.policy.parse;

import dev.sluice.policy.diagnostic.Problems;
import dev.sluice.policy.model.Named;
import dev.sluice.policy.model.OwnCategory;
import dev.sluice.policy.model.OwnRole;
import dev.sluice.policy.shape.BundleShapes;
import dev.sluice.policy.yaml.YamlFields;
import dev.sluice.policy.yaml.YamlMap;
import dev.sluice.policy.yaml.YamlScalar;

/** Parses the kinds that declare own words: {@code Category} and {@code Role}. */
final class WordParser {

    private static final String NONE = "none";

    private final Problems problems;
    private final ScalarParser scalars;

    WordParser(Problems problems) {
        this.problems = problems;
        this.scalars = new ScalarParser(problems);
    }

    OwnCategory category(YamlMap map) {
        YamlFields fields = new YamlFields(map, BundleShapes.shape("own-category"), problems);
        fields.node("kind");
        Named id = scalars.id(fields);
        Named kindOf = ScalarParser.required(fields, "is_a");
        String why = fields.text("why").map(YamlScalar::text).orElse(null);
        fields.rejectOthers();
        if (!id.isMissing() && !id.name().startsWith("x.")) {
            problems.error(
                    "invalid-id",
                    id.location(),
                    "the own category `" + id + "` does not begin with `x.`",
                    "did you mean `x." + id + "`?");
        }
        boolean none = kindOf.name().equals(NONE);
        if (none && why == null) {
            problems.error(
                    "missing-key",
                    kindOf.location(),
                    "`is_a: none` gives no reason (expected: `why` beside it)",
                    "say why no rule on people's data should ever hold for it");
        }
        return new OwnCategory(id, none ? null : kindOf, why, fields.location());
    }

    OwnRole role(YamlMap map) {
        YamlFields fields = new YamlFields(map, BundleShapes.shape("own-role"), problems);
        fields.node("kind");
        OwnRole role = new OwnRole(
                scalars.id(fields), fields.text("why").map(YamlScalar::text).orElse(null), fields.location());
        fields.rejectOthers();
        return role;
    }
}
