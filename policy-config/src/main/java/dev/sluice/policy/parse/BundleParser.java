package dev.sluice.policy.parse;

import dev.sluice.policy.diagnostic.NearestName;
import dev.sluice.policy.diagnostic.Problems;
import dev.sluice.policy.diagnostic.SourceLocation;
import dev.sluice.policy.model.Bundle;
import dev.sluice.policy.model.Catalog;
import dev.sluice.policy.model.Named;
import dev.sluice.policy.model.OwnCategory;
import dev.sluice.policy.model.OwnRole;
import dev.sluice.policy.model.Partner;
import dev.sluice.policy.model.Policy;
import dev.sluice.policy.model.Scenario;
import dev.sluice.policy.yaml.YamlExpectation;
import dev.sluice.policy.yaml.YamlFields;
import dev.sluice.policy.yaml.YamlMap;
import dev.sluice.policy.yaml.YamlNode;
import dev.sluice.policy.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Parses a bundle's documents, each by its {@code kind}, into one model. Whatever it cannot use becomes a problem;
 * what it can use is returned all the same, so that later checks find their problems in the same run.
 */
public final class BundleParser {

    private final Problems problems;
    private final YamlExpectation expect;
    private final List<OwnCategory> categories = new ArrayList<>();
    private final List<OwnRole> roles = new ArrayList<>();
    private final List<Catalog> catalogs = new ArrayList<>();
    private final List<Partner> partners = new ArrayList<>();
    private final List<Policy> policies = new ArrayList<>();
    private final List<Scenario> scenarios = new ArrayList<>();
    private final Map<String, Consumer<YamlMap>> kinds = new LinkedHashMap<>();
    private boolean bundleSeen;

    public BundleParser(Problems problems) {
        this.problems = problems;
        this.expect = new YamlExpectation(problems);
        kinds.put("Bundle", this::bundle);
        kinds.put("Category", map -> categories.add(new WordParser(problems).category(map)));
        kinds.put("Role", map -> roles.add(new WordParser(problems).role(map)));
        kinds.put("Catalog", map -> catalogs.add(new CatalogParser(problems).parse(map)));
        kinds.put("Partner", map -> partners.add(new PartnerParser(problems).parse(map)));
        kinds.put("Policy", map -> policies.add(new PolicyParser(problems).parse(map)));
        kinds.put("Test", map -> new ScenarioParser(problems).parse(map).ifPresent(scenarios::add));
    }

    /** The order of documents does not matter: the model is sorted by id, then by place. */
    public Bundle parse(List<YamlNode> documents) {
        for (YamlNode document : documents) {
            expect.map(document, "a document").ifPresent(this::document);
        }
        sort(categories, OwnCategory::id, OwnCategory::location);
        sort(roles, OwnRole::id, OwnRole::location);
        sort(catalogs, Catalog::id, Catalog::location);
        sort(partners, Partner::id, Partner::location);
        sort(policies, Policy::id, Policy::location);
        sort(scenarios, Scenario::id, Scenario::location);
        return new Bundle(categories, roles, catalogs, partners, policies, scenarios);
    }

    private static <T> void sort(List<T> list, Function<T, Named> id, Function<T, SourceLocation> location) {
        list.sort(Comparator.comparing((T one) -> id.apply(one).name()).thenComparing(location));
    }

    private void document(YamlMap map) {
        String known = "`kind: " + String.join("`, `kind: ", kinds.keySet()) + "`";
        if (!map.entries().isEmpty() && !map.entries().get(0).key().equals("kind")) {
            problems.error(
                    "kind-not-first",
                    map.entries().get(0).location(),
                    "a document begins with `" + map.entries().get(0).key() + "` (expected: `kind`)",
                    "begin with one of " + known);
            if (map.entry("kind").isEmpty()) {
                return;
            }
        }
        Optional<YamlScalar> kind = new YamlFields(map, "a document", problems).requiredText("kind");
        if (kind.isEmpty()) {
            return;
        }
        String word = kind.get().text();
        Consumer<YamlMap> parser = kinds.get(word);
        if (parser != null) {
            parser.accept(map);
            return;
        }
        problems.error(
                "unknown-kind",
                kind.get().location(),
                "unknown kind `" + word + "`",
                NearestName.help(
                        word, kinds.keySet(), "known kinds are `" + String.join("`, `", kinds.keySet()) + "`"));
    }

    private void bundle(YamlMap map) {
        YamlFields fields = new YamlFields(map, "a bundle", problems);
        fields.node("kind");
        fields.requiredNode("format").ifPresent(node -> expect.integer(node, "`format`", 1, 1));
        fields.rejectOthers();
        if (bundleSeen) {
            problems.error("duplicate-id", fields.location(), "`kind: Bundle` stands twice (expected: once)", null);
        }
        bundleSeen = true;
    }
}
