package dev.sluice.policy.model;

import dev.sluice.policy.diagnostic.SourceLocation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Shares with conditions, a part or a basis of their own.
 *
 * @param of the part it speaks of; null for the unnamed part
 * @param subject whose data it shares
 * @param basis replaces the policy's; null keeps it
 * @param wide why its shares may be wide, or null
 */
public record Rule(
        Named id,
        @Nullable Named of,
        Subject subject,
        @Nullable Basis basis,
        @Nullable Condition when,
        List<Share> shares,
        Force force,
        @Nullable String wide,
        SourceLocation location) {

    public Rule {
        shares = List.copyOf(shares);
    }
}
