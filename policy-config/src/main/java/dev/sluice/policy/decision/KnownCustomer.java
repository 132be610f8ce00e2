package dev.sluice.policy.decision;

import dev.sluice.policy.field.Scalar;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is on record of one customer: a source of its own beside the document's places. Facts are as they were
 * written; one that cannot be used is unknown. Personal data: never printed.
 *
 * @param facts {@code country}, {@code state}, {@code language}, {@code gender}, {@code birth_date}
 */
public record KnownCustomer(Map<String, String> facts, Map<String, Scalar> attributes, List<Entry> consents) {

    public KnownCustomer {
        facts = Map.copyOf(facts);
        attributes = Map.copyOf(attributes);
        consents = List.copyOf(consents);
    }

    /** What an entry says (semantics B7). */
    public enum State {
        GIVEN,
        RENEWED,
        REFUSED,
        WITHDRAWN,
        OBJECTED,
        INVALIDATED,
        REQUESTED,
        PENDING
    }

    /**
     * One entry on consent.
     *
     * @param channel null for all
     * @param partner null for all of the role
     * @param role null for all
     * @param at null where nobody knows
     * @param doubleOptIn whether a yes was confirmed
     * @param byGuardian whether it is the word of a guardian
     * @param wording the text that a yes was given under, or null
     * @param expires when a yes ends; null for never
     */
    public record Entry(
            String purpose,
            @Nullable String channel,
            @Nullable String partner,
            @Nullable String role,
            State state,
            @Nullable Instant at,
            boolean doubleOptIn,
            boolean byGuardian,
            @Nullable String wording,
            @Nullable Instant expires) {}

    @Override
    public String toString() {
        return "KnownCustomer";
    }
}
