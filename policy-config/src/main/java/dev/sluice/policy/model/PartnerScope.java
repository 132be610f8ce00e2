package dev.sluice.policy.model;

import java.util.List;

/** Which partners a policy speaks of: all lists that are not empty must match. */
public record PartnerScope(List<Named> roles, List<Named> ids, List<Named> countries) {

    public PartnerScope {
        roles = List.copyOf(roles);
        ids = List.copyOf(ids);
        countries = List.copyOf(countries);
    }
}
