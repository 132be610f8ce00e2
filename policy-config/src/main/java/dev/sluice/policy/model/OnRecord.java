package dev.sluice.policy.model;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is on record of customers beside a document, written out. Customers are named by the shop's own id, or by {@code
 * namespace:id}. Personal data: never printed.
 */
public record OnRecord(List<Consent> consents, List<Facts> facts) {

    public static final OnRecord NOTHING = new OnRecord(List.of(), List.of());

    public OnRecord {
        consents = List.copyOf(consents);
        facts = List.copyOf(facts);
    }

    /**
     * One entry on consent.
     *
     * @param state a word of semantics B7
     * @param at null where nobody knows
     * @param expires null for never
     */
    public record Consent(
            Named customer,
            Named purpose,
            @Nullable Named channel,
            @Nullable Named partner,
            String state,
            @Nullable Instant at,
            boolean doubleOptIn,
            boolean byGuardian,
            @Nullable String wording,
            @Nullable Instant expires) {

        @Override
        public String toString() {
            return "Consent";
        }
    }

    /** What is known of one customer. */
    public record Facts(Named customer, Map<String, String> facts, Map<String, FactValue> attributes) {
        public Facts {
            facts = Map.copyOf(facts);
            attributes = Map.copyOf(attributes);
        }

        @Override
        public String toString() {
            return "Facts";
        }
    }

    @Override
    public String toString() {
        return "OnRecord";
    }
}
