package dev.sluice.policy.model;

import java.util.List;

/** Which partners a policy speaks of: all lists that are not empty must match. */
public record PartnerScope(List<Named> roles, List<Named> ids, List<Named> countries) {

    public PartnerScope {
        roles = List.copyOf(roles);
        ids = List.copyOf(ids);
        countries = List.copyOf(countries);
    }

    /** Every partner. */
    public static PartnerScope everybody() {
        return new PartnerScope(List.of(), List.of(), List.of());
    }

    public boolean includes(Partner partner) {
        return (roles.isEmpty() || named(roles, partner.role()))
                && (ids.isEmpty() || named(ids, partner.id()))
                && (countries.isEmpty() || partner.countries().stream().anyMatch(country -> named(countries, country)));
    }

    private static boolean named(List<Named> names, Named wanted) {
        return names.stream().anyMatch(name -> name.name().equalsIgnoreCase(wanted.name()));
    }
}
