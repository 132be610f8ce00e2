package dev.sluice.policy.model;

import java.util.List;

/** Everything that one bundle's files say. */
public record Bundle(List<Catalog> catalogs, List<Partner> partners, List<Policy> policies) {

    public Bundle {
        catalogs = List.copyOf(catalogs);
        partners = List.copyOf(partners);
        policies = List.copyOf(policies);
    }
}
