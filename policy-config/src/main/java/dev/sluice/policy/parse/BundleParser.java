package dev.sluice.policy.parse;

import dev.sluice.policy.diagnostic.NearestName;
import dev.sluice.policy.diagnostic.Problems;
import dev.sluice.policy.diagnostic.SourceLocation;
import dev.sluice.policy.diagnostic.SourceText;
import dev.sluice.policy.model.Bundle;
import dev.sluice.policy.model.Catalog;
import dev.sluice.policy.model.Invariant;
import dev.sluice.policy.model.Named;
import dev.sluice.policy.model.OwnAges;
import dev.sluice.policy.model.OwnCategory;
import dev.sluice.policy.model.OwnRegion;
import dev.sluice.policy.model.OwnRole;
import dev.sluice.policy.model.Partner;
import dev.sluice.policy.model.Policy;
import dev.sluice.policy.model.Scenario;
import dev.sluice.policy.model.ShopForbid;
import dev.sluice.policy.shape.BundleShapes;
import dev.sluice.policy.vocabulary.Countries;
import dev.sluice.policy.vocabulary.Regions;
import dev.sluice.policy.vocabulary.Roles;
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
import java.util.Set;
import java.util.TreeSet;
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
    private final List<OwnRegion> regions = new ArrayList<>();
    private final List<OwnAges> ages = new ArrayList<>();
    private final List<Catalog> catalogs = new ArrayList<>();
    private final List<Partner> partners = new ArrayList<>();
    private final List<Policy> policies = new ArrayList<>();
    private final List<ShopForbid> forbids = new ArrayList<>();
    private final List<Invariant> invariants = new ArrayList<>();
    private final List<Scenario> scenarios = new ArrayList<>();
    private final Lists lists;
    private final NamedConditions conditions;
    private final Map<String, Consumer<YamlMap>> definitions = new LinkedHashMap<>();
    private final Map<String, Consumer<YamlMap>> kinds = new LinkedHashMap<>();
    private boolean bundleSeen;

    /** A parser of a bundle without text files. */
    public BundleParser(Problems problems) {
        this(problems, name -> Optional.empty());
    }

    /** @param files the bundle's text files by name, for lists and keys */
    public BundleParser(Problems problems, Function<String, Optional<SourceText>> files) {
        this.problems = problems;
        this.expect = new YamlExpectation(problems);
        this.lists = new Lists(problems, files);
        this.conditions = new NamedConditions(problems, lists);
        ConditionParser when = new ConditionParser(problems, lists, conditions);
        definitions.put("Bundle", this::bundle);
        definitions.put("List", lists::add);
        definitions.put("Condition", conditions::add);
        kinds.put("Category", map -> categories.add(new WordParser(problems).category(map)));
        kinds.put("Role", map -> roles.add(new WordParser(problems).role(map)));
        kinds.put("Region", map -> regions.add(new LawParser(problems).region(map)));
        kinds.put("AgeTable", map -> ages.add(new LawParser(problems).ages(map)));
        kinds.put("Catalog", map -> catalogs.add(new CatalogParser(problems).parse(map)));
        kinds.put("Partner", map -> partners.add(new PartnerParser(problems, lists, files).parse(map)));
        kinds.put("Policy", map -> policies.add(new PolicyParser(problems, lists, when).parse(map)));
        kinds.put("Forbid", map -> forbids.add(new CutParser(problems, lists, when).shopForbid(map)));
        InvariantParser promises = new InvariantParser(problems, lists, when);
        kinds.put("Invariant", map -> promises.parse(map).ifPresent(invariants::add));
        kinds.put("Test", map -> new ScenarioParser(problems).parse(map).ifPresent(scenarios::add));
    }

    /** The order of documents does not matter: the model is sorted by id, then by place. */
    public Bundle parse(List<YamlNode> documents) {
        List<Runnable> rest = new ArrayList<>();
        for (YamlNode document : documents) {
            expect.map(document, "a document").ifPresent(map -> document(map, rest));
        }
        rest.forEach(Runnable::run);
        conditions.checkUse();
        lists.checkUse();
        lists.checkNames(words());
        sort(categories, OwnCategory::id, OwnCategory::location);
        sort(roles, OwnRole::id, OwnRole::location);
        sort(catalogs, Catalog::id, Catalog::location);
        sort(partners, Partner::id, Partner::location);
        sort(policies, Policy::id, Policy::location);
        sort(forbids, ShopForbid::id, ShopForbid::location);
        sort(invariants, Invariant::id, Invariant::location);
        sort(scenarios, Scenario::id, Scenario::location);
        sort(regions, OwnRegion::id, OwnRegion::location);
        sort(ages, OwnAges::id, OwnAges::location);
        return new Bundle(
                categories, roles, catalogs, partners, policies, forbids, invariants, scenarios, regions, ages);
    }

    private static <T> void sort(List<T> list, Function<T, Named> id, Function<T, SourceLocation> location) {
        list.sort(Comparator.comparing((T one) -> id.apply(one).name()).thenComparing(location));
    }

    /** What a list's id must not be, since it would be taken for that. */
    private Map<String, Set<String>> words() {
        Set<String> ids = new TreeSet<>();
        partners.forEach(partner -> ids.add(partner.id().name()));
        Set<String> all = new TreeSet<>(Roles.names());
        roles.forEach(role -> all.add(role.id().name()));
        return Map.of(
                "partner",
                ids,
                "role",
                all,
                "country",
                Set.copyOf(Countries.codes()),
                "region",
                Set.copyOf(Regions.shipped().names()));
    }

    /** Parses a definition at once; what may refer to one is left for later. */
    private void document(YamlMap map, List<Runnable> rest) {
        List<String> names = new ArrayList<>(definitions.keySet());
        names.addAll(kinds.keySet());
        if (!map.entries().isEmpty() && !map.entries().get(0).key().equals("kind")) {
            problems.error(
                    "kind-not-first",
                    map.entries().get(0).location(),
                    "a document begins with `" + map.entries().get(0).key() + "` (expected: `kind`)",
                    "begin with one of `kind: " + String.join("`, `kind: ", names) + "`");
            if (map.entry("kind").isEmpty()) {
                return;
            }
        }
        Optional<YamlScalar> kind = new YamlFields(map, BundleShapes.shape("document"), problems).requiredText("kind");
        if (kind.isEmpty()) {
            return;
        }
        String word = kind.get().text();
        Consumer<YamlMap> definition = definitions.get(word);
        Consumer<YamlMap> parser = kinds.get(word);
        if (definition != null) {
            definition.accept(map);
        } else if (parser != null) {
            rest.add(() -> parser.accept(map));
        } else {
            problems.error(
                    "unknown-kind",
                    kind.get().location(),
                    "unknown kind `" + word + "`",
                    NearestName.help(word, names, "known kinds are `" + String.join("`, `", names) + "`"));
        }
    }

    private void bundle(YamlMap map) {
        YamlFields fields = new YamlFields(map, BundleShapes.shape("bundle"), problems);
        fields.node("kind");
        fields.requiredNode("format").ifPresent(node -> expect.integer(node, "`format`", 1, 1));
        fields.rejectOthers();
        if (bundleSeen) {
            problems.error("duplicate-id", fields.location(), "`kind: Bundle` stands twice (expected: once)", null);
        }
        bundleSeen = true;
    }
}
