package dev.sluice.policy.validate;

import dev.sluice.policy.diagnostic.Problems;
import dev.sluice.policy.evaluate.ConsentAdapter;
import dev.sluice.policy.evaluate.ConsentAdapters;
import dev.sluice.policy.model.Basis;
import dev.sluice.policy.model.Basis.ConsentRequirement;
import dev.sluice.policy.model.Bundle;
import dev.sluice.policy.model.Catalog;
import dev.sluice.policy.model.ConsentShape;
import dev.sluice.policy.model.Named;
import dev.sluice.policy.model.Partner;
import dev.sluice.policy.model.Policy;
import dev.sluice.policy.model.Rule;
import dev.sluice.policy.vocabulary.Purposes;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A consent can be given somewhere, with all that is asked of it: else nothing would ever be shared on it. Where the
 * catalogs read no consents at all, they are kept elsewhere, by the customer's id.
 */
final class ConsentSourceCheck implements BundleCheck {

    @Override
    public void check(Bundle bundle, Problems problems) {
        for (Policy policy : bundle.policies()) {
            List<ConsentShape> places = Grants.catalogs(bundle, policy).stream()
                    .flatMap(catalog -> catalog.records().stream())
                    .flatMap(record -> record.customer().consents().stream())
                    .toList();
            List<Partner> partners = bundle.partners().stream()
                    .filter(policy.partners()::includes)
                    .toList();
            boolean unheard = places.isEmpty() && !knowsCustomers(bundle, policy);
            Stream.concat(
                            Stream.of(policy.basis()),
                            policy.rules().stream().map(Rule::basis).filter(Objects::nonNull))
                    .filter(Basis.OfConsent.class::isInstance)
                    .map(Basis.OfConsent.class::cast)
                    .forEach(basis -> {
                        if (unheard) {
                            unheard(basis, policy, problems);
                        } else {
                            check(basis, policy, places, partners, problems);
                        }
                    });
        }
    }

    private static void unheard(Basis.OfConsent basis, Policy policy, Problems problems) {
        problems.warning(
                "consent-without-source",
                basis.location(),
                "no catalog of the policy says where this consent to `" + purpose(basis.consent(), policy)
                        + "` is read, nor who a customer is whose consent is on record",
                "nothing is shared on it: add its place to `consents` of the catalog, or the customer's `id`");
    }

    /** Whether consents that are kept elsewhere could be looked up; of a catalog that is not there nobody knows. */
    private static boolean knowsCustomers(Bundle bundle, Policy policy) {
        List<Catalog> catalogs = Grants.catalogs(bundle, policy);
        return catalogs.size() < policy.catalogs().size()
                || catalogs.stream()
                        .flatMap(catalog -> catalog.records().stream())
                        .anyMatch(record -> !record.customer().ids().isEmpty());
    }

    private static void check(
            Basis.OfConsent basis,
            Policy policy,
            List<ConsentShape> places,
            List<Partner> partners,
            Problems problems) {
        ConsentRequirement wanted = basis.consent();
        if (demanding(wanted)) {
            if (places.stream().noneMatch(place -> gives(place, wanted, policy, partners))) {
                tell(basis, policy, problems);
            }
        } else if (!places.isEmpty() && places.stream().noneMatch(place -> speaksOf(place, wanted, policy))) {
            problems.warning(
                    "consent-without-source",
                    basis.location(),
                    "no catalog of the policy says where this consent to `" + purpose(wanted, policy)
                            + "` is read; it could come from consents on record alone",
                    "add its place to `consents` of the catalog, or ask for a consent that is read there");
        }
    }

    /** Whether it could be about the same, more broadly or more narrowly. */
    private static boolean speaksOf(ConsentShape place, ConsentRequirement wanted, Policy policy) {
        return Purposes.related(place.purpose().name(), purpose(wanted, policy));
    }

    private static void tell(Basis.OfConsent basis, Policy policy, Problems problems) {
        ConsentRequirement wanted = basis.consent();
        problems.warning(
                "consent-without-source",
                basis.location(),
                "no catalog of the policy has a place where this consent to `" + purpose(wanted, policy)
                        + "` can be given",
                "nothing is shared on it: add the place to `consents` of the catalog, with all that the consent asks for");
    }

    /** Whether it asks for more than a plain place for the consent has to say. */
    private static boolean demanding(ConsentRequirement wanted) {
        return !wanted.wordings().isEmpty() || wanted.namesPartner() || wanted.maxAge() != null;
    }

    private static boolean gives(ConsentShape place, ConsentRequirement wanted, Policy policy, List<Partner> partners) {
        Named channel = place.channel();
        Named asked = wanted.channel();
        boolean overChannel = channel == null || (asked != null && asked.name().equals(channel.name()));
        return place.purpose().name().equals(purpose(wanted, policy))
                && overChannel
                && (!wanted.namesPartner() || place.scope().partner() != null)
                && (partners.isEmpty() || partners.stream().anyMatch(partner -> concerns(place.scope(), partner)))
                && worth(place, wanted);
    }

    private static boolean worth(ConsentShape place, ConsentRequirement wanted) {
        ConsentShape.Grant grant = place.grant();
        Optional<ConsentAdapter> adapter = ConsentAdapters.find(place.adapter().name());
        boolean confirmed = grant.doubleOptIn()
                || adapter.filter(ConsentAdapter::knowsOptIn).isPresent();
        boolean dated = grant.timeAt() != null
                || adapter.filter(ConsentAdapter::knowsTime).isPresent();
        return (!wanted.doubleOptIn() || confirmed)
                && (wanted.maxAge() == null || dated)
                && (wanted.wordings().isEmpty() || grant.wordingAt() != null || named(wanted, grant.wording()));
    }

    private static boolean named(ConsentRequirement wanted, @Nullable Named wording) {
        return wording != null
                && wanted.wordings().stream().anyMatch(one -> one.name().equals(wording.name()));
    }

    private static boolean concerns(ConsentShape.Scope scope, Partner partner) {
        Named own = scope.partner();
        Named role = scope.role();
        return (own == null || own.name().equals(partner.id().name()))
                && (role == null || role.name().equals(partner.role().name()));
    }

    private static String purpose(ConsentRequirement wanted, Policy policy) {
        Named own = wanted.purpose();
        return own == null ? policy.purpose().name() : own.name();
    }
}
