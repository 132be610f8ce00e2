package dev.sluice.policy.compare;

import dev.sluice.policy.decision.Reason;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a place by one of two bundles.
 *
 * @param form in words, or null if it stays
 * @param reason why
 * @param terms what the rule that shares it asks, in words; null if it stays
 */
public record Outcome(
        @Nullable String form, Reason reason, @Nullable String terms) {

    public boolean leaves() {
        return form != null;
    }
}
