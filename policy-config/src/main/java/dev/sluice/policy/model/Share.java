package dev.sluice.policy.model;

import dev.sluice.policy.diagnostic.SourceLocation;

/** One grant. */
public sealed interface Share {

    FormSpec form();

    SourceLocation location();

    /** A category and all below it. */
    record OfCategory(Named category, FormSpec form, SourceLocation location) implements Share {}

    /** {@code customer: pseudonym}: the partner's handle for the person, where the catalog has the customer's id. */
    record OfCustomer(FormSpec form, SourceLocation location) implements Share {}
}
