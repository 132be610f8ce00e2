package dev.sluice.policy.parse;

import dev.sluice.policy.diagnostic.NearestName;
import dev.sluice.policy.diagnostic.Problems;
import dev.sluice.policy.model.Bundle;
import dev.sluice.policy.model.Catalog;
import dev.sluice.policy.model.Partner;
import dev.sluice.policy.model.Policy;
import dev.sluice.policy.yaml.YamlExpectation;
import dev.sluice.policy.yaml.YamlFields;
import dev.sluice.policy.yaml.YamlMap;
import dev.sluice.policy.yaml.YamlNode;
import dev.sluice.policy.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Parses a bundle's documents, each by its {@code kind}, into one model. Whatever it cannot use becomes a problem;
 * what it can use
 * is returned all the same, so that later checks find their problems in the same run.
 */
public final class BundleParser {

    private static final List<String> KINDS = List.of("Bundle", "Catalog", "Partner", "Policy");

    private final Problems problems;
    private final YamlExpectation expect;
    private final List<Catalog> catalogs = new ArrayList<>();
    private final List<Partner> partners = new ArrayList<>();
    private final List<Policy> policies = new ArrayList<>();
    private boolean bundleSeen;

    public BundleParser(Problems problems) {
        this.problems = problems;
        this.expect = new YamlExpectation(problems);
    }

    /** The order of documents does not matter: the model is sorted by id, then by place. */
    public Bundle parse(List<YamlNode> documents) {
        for (YamlNode document : documents) {
            expect.map(document, "a document").ifPresent(this::document);
        }
        catalogs.sort(
                Comparator.comparing((Catalog catalog) -> catalog.id().name()).thenComparing(Catalog::location));
        partners.sort(
                Comparator.comparing((Partner partner) -> partner.id().name()).thenComparing(Partner::location));
        policies.sort(
                Comparator.comparing((Policy policy) -> policy.id().name()).thenComparing(Policy::location));
        return new Bundle(catalogs, partners, policies);
    }

    private void document(YamlMap map) {
        if (!map.entries().isEmpty() && !map.entries().get(0).key().equals("kind")) {
            problems.error(
                    "kind-not-first",
                    map.entries().get(0).location(),
                    "a document begins with `" + map.entries().get(0).key() + "` (expected: `kind`)",
                    "begin with one of `kind: " + String.join("`, `kind: ", KINDS) + "`");
            if (map.entry("kind").isEmpty()) {
                return;
            }
        }
        Optional<YamlScalar> kind = new YamlFields(map, "a document", problems).requiredText("kind");
        if (kind.isEmpty()) {
            return;
        }
        switch (kind.get().text()) {
            case "Bundle" -> bundle(map);
            case "Catalog" -> catalogs.add(new CatalogParser(problems).parse(map));
            case "Partner" -> partners.add(new PartnerParser(problems).parse(map));
            case "Policy" -> policies.add(new PolicyParser(problems).parse(map));
            default ->
                problems.error(
                        "unknown-kind",
                        kind.get().location(),
                        "unknown kind `" + kind.get().text() + "`",
                        NearestName.help(
                                kind.get().text(), KINDS, "known kinds are `" + String.join("`, `", KINDS) + "`"));
        }
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
