package dev.sluice.policy.model;

import dev.sluice.policy.vocabulary.AgeTables;
import dev.sluice.policy.vocabulary.Categories;
import dev.sluice.policy.vocabulary.Regions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Everything that one bundle's files say. Named conditions and lists are already written out where they are used. */
public record Bundle(
        List<OwnCategory> categories,
        List<OwnRole> roles,
        List<Catalog> catalogs,
        List<Partner> partners,
        List<Policy> policies,
        List<ShopForbid> forbids,
        List<Invariant> invariants,
        List<Scenario> scenarios,
        List<OwnRegion> ownRegions,
        List<OwnAges> ownAges) {

    public Bundle {
        categories = List.copyOf(categories);
        roles = List.copyOf(roles);
        catalogs = List.copyOf(catalogs);
        partners = List.copyOf(partners);
        policies = List.copyOf(policies);
        forbids = List.copyOf(forbids);
        invariants = List.copyOf(invariants);
        scenarios = List.copyOf(scenarios);
        ownRegions = List.copyOf(ownRegions);
        ownAges = List.copyOf(ownAges);
    }

    /** Whether there is nothing that could be decided with it. */
    public boolean saysNothing() {
        return catalogs.isEmpty() && partners.isEmpty() && policies.isEmpty();
    }

    /** The bundle without its tests, which decide nothing. */
    public Bundle withoutTests() {
        return new Bundle(
                categories, roles, catalogs, partners, policies, forbids, invariants, List.of(), ownRegions, ownAges);
    }

    /** The shipped regions and the bundle's own. */
    public Regions regions() {
        return Regions.shipped().with(ownRegions.stream().map(OwnRegion::region).toList());
    }

    /** The shipped ages, with the bundle's own in their place. */
    public AgeTables ages() {
        return AgeTables.shipped()
                .with(ownAges.stream().flatMap(own -> own.entries().stream()).toList());
    }

    /** The shipped categories and the bundle's own. */
    public Categories vocabulary() {
        Map<String, String> own = new HashMap<>();
        for (OwnCategory category : categories) {
            Named kindOf = category.kindOf();
            own.put(category.id().name(), kindOf == null ? "" : kindOf.name());
        }
        return Categories.shipped().with(own);
    }
}
