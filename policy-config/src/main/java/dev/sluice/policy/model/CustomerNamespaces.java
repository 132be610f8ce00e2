package dev.sluice.policy.model;

import java.util.HashSet;
import java.util.Objects;
import java.util.Set;

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
        Set<String> names = new HashSet<>();
        boolean plain = false;
        for (Catalog catalog : bundle.catalogs()) {
            for (RecordShape shape : catalog.records()) {
                for (CustomerShape.IdPlace id : shape.customer().ids()) {
                    plain |= id.namespace() == null;
                    names.add(Objects.requireNonNullElse(id.namespace(), ""));
                }
            }
        }
        names.remove("");
        return new CustomerNamespaces(names, plain);
    }

    /** Whether a document can hold a customer who is written so. True if no catalog says who its customers are. */
    public boolean canHold(String written) {
        int colon = written.indexOf(':');
        return plain || names.isEmpty() || (colon > 0 && names.contains(written.substring(0, colon)));
    }

    /** Whether documents can hold all of these customers. */
    public boolean canHold(OnRecord onRecord) {
        return onRecord.consents().stream().allMatch(consent -> canHold(consent.customer()))
                && onRecord.facts().stream().allMatch(facts -> canHold(facts.customer()));
    }

    /** How people write a customer of this bundle, for a help. */
    public String spelling() {
        return "write each as `"
                + String.join(":…`, or `", names.stream().sorted().toList())
                + ":…`: no catalog of the bundle has customers with another kind of id";
    }
}
