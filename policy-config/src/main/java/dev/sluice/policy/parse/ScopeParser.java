package dev.sluice.policy.parse;

import dev.sluice.policy.diagnostic.Problems;
import dev.sluice.policy.model.ListSort;
import dev.sluice.policy.model.PartnerScope;
import dev.sluice.policy.shape.BundleShapes;
import dev.sluice.policy.yaml.YamlExpectation;
import dev.sluice.policy.yaml.YamlFields;
import dev.sluice.policy.yaml.YamlMap;
import dev.sluice.policy.yaml.YamlNode;
import java.util.List;
import java.util.Optional;

/** Parses whom something speaks of: {@code roles}, {@code ids}, {@code countries} of partners. */
final class ScopeParser {

    private final Problems problems;
    private final YamlExpectation expect;
    private final Lists lists;

    ScopeParser(Problems problems, Lists lists) {
        this.problems = problems;
        this.expect = new YamlExpectation(problems);
        this.lists = lists;
    }

    PartnerScope parse(YamlNode node, String what) {
        Optional<YamlMap> map = expect.map(node, what);
        if (map.isEmpty()) {
            return PartnerScope.everybody();
        }
        YamlFields fields = new YamlFields(map.get(), BundleShapes.shape("partner-scope"), what, problems);
        PartnerScope scope = new PartnerScope(
                lists.named(fields.texts("roles"), ListSort.ROLES),
                lists.named(fields.texts("ids"), ListSort.PARTNERS),
                lists.named(fields.texts("countries"), ListSort.COUNTRIES));
        fields.rejectOthers();
        for (String key : List.of("roles", "ids", "countries")) {
            fields.node(key)
                    .filter(value -> expect.oneOrMany(value).isEmpty())
                    .ifPresent(value -> problems.error(
                            "wrong-value", value.location(), "`" + key + "` is empty (expected: at least one)", null));
        }
        if (map.get().entries().isEmpty()) {
            problems.error(
                    "missing-key", fields.location(), what + " names neither `roles`, `ids` nor `countries`", null);
        }
        return scope;
    }
}
