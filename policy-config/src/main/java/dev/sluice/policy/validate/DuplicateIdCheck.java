package dev.sluice.policy.validate;

import dev.sluice.policy.diagnostic.Problems;
import dev.sluice.policy.model.Bundle;
import dev.sluice.policy.model.Catalog;
import dev.sluice.policy.model.Forbid;
import dev.sluice.policy.model.Invariant;
import dev.sluice.policy.model.Named;
import dev.sluice.policy.model.OwnAges;
import dev.sluice.policy.model.OwnCategory;
import dev.sluice.policy.model.OwnRegion;
import dev.sluice.policy.model.OwnRole;
import dev.sluice.policy.model.Partner;
import dev.sluice.policy.model.Policy;
import dev.sluice.policy.model.Protect;
import dev.sluice.policy.model.Rule;
import dev.sluice.policy.model.Scenario;
import dev.sluice.policy.model.ShopForbid;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** An id names one thing: among catalogs, among partners, among policies, and within a policy. So does a credential. */
final class DuplicateIdCheck implements BundleCheck {

    @Override
    public void check(Bundle bundle, Problems problems) {
        check("category", bundle.categories().stream().map(OwnCategory::id), problems);
        check("role", bundle.roles().stream().map(OwnRole::id), problems);
        check("region", bundle.ownRegions().stream().map(OwnRegion::id), problems);
        check("age table", bundle.ownAges().stream().map(OwnAges::id), problems);
        check("catalog", bundle.catalogs().stream().map(Catalog::id), problems);
        check("partner", bundle.partners().stream().map(Partner::id), problems);
        check("policy", bundle.policies().stream().map(Policy::id), problems);
        check("forbid", bundle.forbids().stream().map(ShopForbid::id), problems);
        check("invariant", bundle.invariants().stream().map(Invariant::id), problems);
        check("test", bundle.scenarios().stream().map(Scenario::id), problems);
        for (Policy policy : bundle.policies()) {
            Stream<Named> ids = Stream.of(
                            policy.rules().stream().map(Rule::id),
                            policy.protects().stream().map(Protect::id),
                            policy.forbids().stream().map(Forbid::id))
                    .flatMap(part -> part);
            check("rule, protect or forbid of the policy", ids, problems);
        }
        credentials(bundle, problems);
    }

    private static void check(String noun, Stream<Named> ids, Problems problems) {
        Map<String, Named> seen = new HashMap<>();
        ids.filter(id -> !id.isMissing()).forEach(id -> {
            Named first = seen.putIfAbsent(id.name(), id);
            if (first != null) {
                problems.error(
                        "duplicate-id",
                        id.location(),
                        "the id `" + id.name() + "` names a second " + noun,
                        "the first one stands at " + first.location());
            }
        });
    }

    private static void credentials(Bundle bundle, Problems problems) {
        Map<String, Named> seen = new HashMap<>();
        bundle.partners().stream()
                .flatMap(partner -> partner.apiKeys().stream())
                .forEach(key -> {
                    Named first = seen.putIfAbsent(key.name(), key);
                    if (first != null) {
                        problems.error(
                                "duplicate-credential",
                                key.location(),
                                "the same API key stands twice",
                                "it stands first at " + first.location() + ": a key tells one partner");
                    }
                });
    }
}
