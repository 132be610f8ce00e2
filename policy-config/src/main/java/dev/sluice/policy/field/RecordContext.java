package dev.sluice.policy.field;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a form may need beside the value: the exchange's pinned instant and partner, the record's country and the person
 * it is about. Immutable, one per record.
 *
 * @param country ISO 3166-1 alpha-2, or null if unknown
 * @param customer the resolved customer id in canonical form, or null for a guest; never printed
 */
public record RecordContext(
        Instant instant,
        String partner,
        @Nullable String country,
        @Nullable String customer) {

    @Override
    public String toString() {
        return "RecordContext[partner=" + partner + ", customer " + (customer == null ? "unknown" : "known") + "]";
    }
}
