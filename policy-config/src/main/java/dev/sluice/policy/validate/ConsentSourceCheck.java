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
 * A consent can be given in a document, with all that is asked of it: else it could come from what is on record alone,
 * by the customer's id, or from nowhere. Where the catalogs read no consents at all, they are meant to be kept elsewhere.
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
            boolean known = knowsCustomers(bundle, policy);
            Stream.concat(
                            Stream.of(policy.basis()),
                            policy.rules().stream().map(Rule::basis).filter(Objects::nonNull))
                    .filter(Basis.OfConsent.class::isInstance)
                    .map(Basis.OfConsent.class::cast)
                    .filter(basis ->
                            places.stream().noneMatch(place -> gives(place, basis.consent(), policy, partners)))
                    .forEach(basis -> {
                        if (!known) {
                            nowhere(basis, policy, places, problems);
                        } else if (!places.isEmpty()) {
                            onRecordAlone(basis, policy, places, problems);
                        }
                    });
        }
    }

    /** Neither a document nor what is on record can say that somebody agreed. */
    private static void nowhere(Basis.OfConsent basis, Policy policy, List<ConsentShape> places, Problems problems) {
        problems.warning(
                "consent-without-source",
                basis.location(),
                missing(basis.consent(), policy, places) + ", nor who a customer is whose consent is on record",
                "nothing is shared on it: add its place to `consents` of the catalog, or the customer's `id`");
    }

    private static void onRecordAlone(
            Basis.OfConsent basis, Policy policy, List<ConsentShape> places, Problems problems) {
        ConsentRequirement wanted = basis.consent();
        problems.warning(
                "consent-without-source",
                basis.location(),
                missing(wanted, policy, places) + "; it could come from consents on record alone",
                spokenOf(wanted, policy, places)
                        ? "add such a place to `consents` of the catalog, or say at one that is there what a yes is worth"
                        : "add its place to `consents` of the catalog, or ask for a consent that is read there");
    }

    private static String missing(ConsentRequirement wanted, Policy policy, List<ConsentShape> places) {
        return "no catalog of the policy says where this consent to `" + purpose(wanted, policy)
                + (spokenOf(wanted, policy, places) ? "` can be given, with all that it asks for" : "` is read");
    }

    /** Whether consents that are kept elsewhere could be looked up; of a catalog that is not there nobody knows. */
    private static boolean knowsCustomers(Bundle bundle, Policy policy) {
        List<Catalog> catalogs = Grants.catalogs(bundle, policy);
        return catalogs.size() < policy.catalogs().size()
                || catalogs.stream()
                        .flatMap(catalog -> catalog.records().stream())
                        .anyMatch(record -> !record.customer().ids().isEmpty());
    }

    /** Whether some place is about the same, more broadly or more narrowly. */
    private static boolean spokenOf(ConsentRequirement wanted, Policy policy, List<ConsentShape> places) {
        return places.stream()
                .anyMatch(place -> Purposes.related(place.purpose().name(), purpose(wanted, policy)));
    }

    /** Whether a yes there can be all that is wanted, for some partner of the policy. */
    private static boolean gives(ConsentShape place, ConsentRequirement wanted, Policy policy, List<Partner> partners) {
        Named channel = place.channel();
        Named asked = wanted.channel();
        boolean overChannel = channel == null || (asked != null && asked.name().equals(channel.name()));
        return place.purpose().name().equals(purpose(wanted, policy))
                && overChannel
                && (!wanted.namesPartner() || place.scope().partner() != null)
                && (!wanted.byGuardian() || place.grant().byGuardian())
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
