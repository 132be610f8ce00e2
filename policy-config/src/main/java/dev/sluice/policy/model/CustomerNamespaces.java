package dev.sluice.policy.model;

import dev.sluice.policy.diagnostic.Problems;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which kinds of id the customers of a bundle have: what stands before the colon where people write one of them. A
 * customer written otherwise is found in no document, and a no on record of them would be lost.
 *
 * @param plain whether some have the shop's own id, which may hold any colon
 */
public record CustomerNamespaces(Set<String> names, boolean plain) {

    public CustomerNamespaces {
        names = Set.copyOf(names);
    }

    public static CustomerNamespaces of(Bundle bundle) {
        List<CustomerShape.IdPlace> ids = bundle.catalogs().stream()
                .flatMap(catalog -> catalog.records().stream())
                .flatMap(shape -> shape.customer().ids().stream())
                .toList();
        return new CustomerNamespaces(
                ids.stream().flatMap(id -> Stream.ofNullable(id.namespace())).collect(Collectors.toSet()),
                ids.stream().anyMatch(id -> id.namespace() == null));
    }

    /** Refuses what is on record of somebody whom no document can hold, at their place. The report does not say of whom. */
    public void check(OnRecord onRecord, Problems problems) {
        Stream.concat(
                        onRecord.consents().stream().map(OnRecord.Consent::customer),
                        onRecord.facts().stream().map(OnRecord.Facts::customer))
                .filter(customer -> !customer.isMissing() && !canHold(customer.name()))
                .forEach(customer -> problems.error(
                        "unknown-namespace",
                        customer.location(),
                        "a customer of `consents` or `facts` is nobody whom a document can hold",
                        "write each as `"
                                + String.join(
                                        ":…`, or `", names.stream().sorted().toList())
                                + ":…`: no catalog of the bundle has customers with another kind of id"));
    }

    /** True if no catalog says who its customers are. */
    private boolean canHold(String written) {
        int colon = written.indexOf(':');
        return plain || names.isEmpty() || (colon > 0 && names.contains(written.substring(0, colon)));
    }
}
