package dev.sluice.policy.validate;

import dev.sluice.policy.diagnostic.Problems;
import dev.sluice.policy.model.Bundle;
import dev.sluice.policy.model.Catalog;
import dev.sluice.policy.model.Named;
import dev.sluice.policy.model.Policy;
import dev.sluice.policy.model.Share;
import dev.sluice.policy.vocabulary.Categories;

/**
 * What a policy needs of each customer it also shares, from a field that one of its catalogs has; else nothing would
 * ever leave.
 */
record RowNeedCheck(Categories categories) implements BundleCheck {

    @Override
    public void check(Bundle bundle, Problems problems) {
        for (Policy policy : bundle.policies()) {
            policy.rowNeeds().stream()
                    .filter(need -> categories.known(need.name()))
                    .forEach(need -> check(need, bundle, policy, problems));
        }
    }

    private void check(Named need, Bundle bundle, Policy policy, Problems problems) {
        boolean shared = policy.allShares().stream()
                .anyMatch(share -> share instanceof Share.OfCategory of
                        && (categories.grants(of.category().name(), need.name())
                                || categories.covers(need.name(), of.category().name())));
        if (!shared) {
            problems.error(
                    "row-need-not-shared",
                    need.location(),
                    "the policy needs `" + need + "` of each customer and does not share it: nothing would ever leave",
                    "share it, or take it out of `row_needs`");
            return;
        }
        for (Catalog catalog : Grants.catalogs(bundle, policy)) {
            boolean catalogued = Grants.recordFields(catalog)
                    .flatMap(field -> field.categories().stream())
                    .anyMatch(category -> categories.covers(need.name(), category.name()));
            if (!catalogued) {
                problems.warning(
                        "row-need-not-catalogued",
                        need.location(),
                        "the catalog `" + catalog.id() + "` has no field of `" + need
                                + "`: nothing of it would ever leave",
                        null);
            }
        }
    }
}
