package dev.sluice.policy.model;

import dev.sluice.policy.diagnostic.SourceLocation;
import java.util.List;

/** One grant. */
public sealed interface Share {

    FormSpec form();

    SourceLocation location();

    /** A category and all below it. */
    record OfCategory(Named category, FormSpec form, SourceLocation location) implements Share {}

    /** {@code derive}: a member that the document lacks, made from the customer's birth date. */
    record OfBirthDate(Named member, FormSpec form, SourceLocation location) implements Share {

        /** What it tells: cuts on any of these hold for it. */
        public static final List<String> CATEGORIES =
                List.of("user.demographic.date_of_birth", "user.demographic.age_range");
    }

    /** {@code customer: pseudonym}: the partner's handle for the person, where the catalog has the customer's id. */
    record OfCustomer(FormSpec form, SourceLocation location) implements Share {}
}
