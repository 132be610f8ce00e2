package dev.sluice.policy.validate;

import dev.sluice.policy.diagnostic.Problems;
import dev.sluice.policy.model.Basis;
import dev.sluice.policy.model.Bundle;
import dev.sluice.policy.model.Policy;
import dev.sluice.policy.model.Rule;
import dev.sluice.policy.vocabulary.Purposes;
import java.util.Objects;
import java.util.stream.Stream;

/** Where a policy rests on nobody objecting (GDPR Art. 21), an objection can be heard. */
final class ObjectionCheck implements BundleCheck {

    @Override
    public void check(Bundle bundle, Problems problems) {
        for (Policy policy : bundle.policies()) {
            if (!heard(bundle, policy)) {
                Stream.concat(
                                Stream.of(policy.basis()),
                                policy.rules().stream().map(Rule::basis).filter(Objects::nonNull))
                        .filter(Basis::stopsAtObjection)
                        .forEach(basis -> problems.warning(
                                "objection-unheard",
                                basis.location(),
                                "no catalog of the policy has a place where somebody could object to `"
                                        + policy.purpose() + "`",
                                "add the place to `consents` of the catalog, with this purpose or one above it"));
            }
        }
    }

    private static boolean heard(Bundle bundle, Policy policy) {
        return Grants.catalogs(bundle, policy).stream()
                .flatMap(catalog -> catalog.records().stream())
                .flatMap(record -> record.customer().consents().stream())
                .anyMatch(place ->
                        Purposes.covers(place.purpose().name(), policy.purpose().name()));
    }
}
