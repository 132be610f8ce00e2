package dev.sluice.policy.decision;

import org.jspecify.annotations.Nullable;

/**
 * What is on record of customers beside the documents: what a store answered, or what a test says. It answers from
 * memory; whoever drives an exchange looks up before records are decided, and ends the exchange where it cannot
 * (semantics B8).
 */
@FunctionalInterface
public interface KnownCustomers {

    /** Nothing is on record of anybody. */
    KnownCustomers NOBODY = (namespace, id) -> null;

    /**
     * What is on record under an id, or null.
     *
     * @param namespace null for the shop's own ids
     * @param id canonical: e-mail addresses trimmed and in lower case
     */
    @Nullable KnownCustomer find(@Nullable String namespace, String id);
}
