package dev.sluice.policy.model;

import dev.sluice.policy.diagnostic.SourceLocation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A promise proven before a bundle goes live (semantics B15).
 *
 * @param mayBeVacuous why nothing in the bundle need meet it; null if something must
 */
public record Invariant(
        Named id, @Nullable String why, @Nullable String mayBeVacuous, Promise promise, SourceLocation location) {

    /**
     * What is promised.
     *
     * @param categories what it speaks of, all below and all above
     * @param to whom; empty lists mean all partners
     * @param purposes for which purposes, all below and all above; empty for all
     * @param of the part it speaks of; null for all
     * @param subject whose data it speaks of; null for everybody's
     * @param when of which customers; it holds for all of whom this is not definitely false
     * @param limit what may leave all the same
     */
    public record Promise(
            List<Named> categories,
            PartnerScope to,
            List<Named> purposes,
            @Nullable Named of,
            @Nullable Subject subject,
            @Nullable Condition when,
            Limit limit) {

        public Promise {
            categories = List.copyOf(categories);
            purposes = List.copyOf(purposes);
        }
    }

    /** In which forms something may leave without breaking a promise. */
    public sealed interface Limit {

        /** {@code never}: in none. */
        record Nothing() implements Limit {}

        /** {@code never} with {@code weaker_than: pseudonym}: in all that do not tell who it is. */
        record NotClear() implements Limit {}

        /** {@code only}: in these, by their words. */
        record These(List<Named> forms) implements Limit {
            public These {
                forms = List.copyOf(forms);
            }
        }
    }
}
