package dev.sluice.policy.validate;

import dev.sluice.policy.diagnostic.Problems;
import dev.sluice.policy.model.Basis;
import dev.sluice.policy.model.Basis.ConsentRequirement;
import dev.sluice.policy.model.Bundle;
import dev.sluice.policy.model.ConsentShape;
import dev.sluice.policy.model.Named;
import dev.sluice.policy.model.Partner;
import dev.sluice.policy.model.Policy;
import dev.sluice.policy.model.Rule;
import dev.sluice.policy.vocabulary.ConsentNotation;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A consent under a certain text, to a named partner or of a certain age can be given somewhere: else nothing would
 * ever be shared on
 * it.
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
            Stream.concat(
                            Stream.of(policy.basis()),
                            policy.rules().stream().map(Rule::basis).filter(Objects::nonNull))
                    .filter(Basis.OfConsent.class::isInstance)
                    .map(Basis.OfConsent.class::cast)
                    .filter(basis -> demanding(basis.consent()))
                    .filter(basis ->
                            places.stream().noneMatch(place -> gives(place, basis.consent(), policy, partners)))
                    .forEach(basis -> tell(basis, policy, problems));
        }
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
        boolean flag = place.adapter().name().equals(ConsentNotation.FLAG.word());
        boolean confirmed = !flag || grant.doubleOptIn();
        boolean dated = !flag || grant.timeAt() != null;
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
