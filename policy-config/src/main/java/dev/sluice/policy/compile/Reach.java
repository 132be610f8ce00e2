package dev.sluice.policy.compile;

import dev.sluice.policy.model.Named;
import dev.sluice.policy.model.Partner;
import dev.sluice.policy.model.PartnerScope;
import dev.sluice.policy.model.Policy;
import dev.sluice.policy.model.ShopForbid;
import dev.sluice.policy.vocabulary.Countries;
import dev.sluice.policy.vocabulary.Purposes;
import java.util.List;

/** Whom and what a policy reaches: its shares look down, its cuts look both ways. */
final class Reach {

    private Reach() {}

    /** Whether a policy's shares speak to a partner, for a purpose, of a catalog. */
    static boolean shares(Policy policy, Partner partner, String purpose, String catalog) {
        return Purposes.covers(policy.purpose().name(), purpose)
                && policy.catalogs().stream().anyMatch(named -> named.name().equals(catalog))
                && basics(policy.partners(), partner)
                && allWithin(policy.partners().countries(), partner.countries());
    }

    /**
     * Whether a policy's protects and forbids hold for a partner and a purpose, whatever the catalog and whoever
     * shares.
     */
    static boolean cuts(Policy policy, Partner partner, String purpose) {
        return Purposes.related(policy.purpose().name(), purpose)
                && basics(policy.partners(), partner)
                && anyWithin(policy.partners().countries(), partner.countries());
    }

    /** Whether a forbid of the whole shop holds for a partner and a purpose. */
    static boolean cuts(ShopForbid forbid, Partner partner, String purpose) {
        boolean meant = forbid.purposes().isEmpty()
                || forbid.purposes().stream().anyMatch(one -> Purposes.related(one.name(), purpose));
        return meant && binds(forbid.to(), partner);
    }

    /** Whether a cut or promise to these partners holds for one. */
    static boolean binds(PartnerScope to, Partner partner) {
        return basics(to, partner) && anyWithin(to.countries(), partner.countries());
    }

    private static boolean basics(PartnerScope scope, Partner partner) {
        return (scope.roles().isEmpty() || names(scope.roles(), partner.role()))
                && (scope.ids().isEmpty() || names(scope.ids(), partner.id()));
    }

    private static boolean names(List<Named> wanted, Named name) {
        return wanted.stream().anyMatch(one -> one.name().equals(name.name()));
    }

    /** A share needs all of a partner's countries to be meant: its data may go to any of them. */
    private static boolean allWithin(List<Named> wanted, List<Named> countries) {
        return wanted.isEmpty()
                || (!countries.isEmpty() && countries.stream().allMatch(country -> within(wanted, country)));
    }

    private static boolean anyWithin(List<Named> wanted, List<Named> countries) {
        return wanted.isEmpty()
                || countries.isEmpty()
                || countries.stream().anyMatch(country -> within(wanted, country));
    }

    private static boolean within(List<Named> wanted, Named country) {
        String code = code(country);
        return wanted.stream().anyMatch(one -> code(one).equals(code));
    }

    private static String code(Named country) {
        String code = Countries.alpha2(country.name());
        return code == null ? country.name() : code;
    }
}
