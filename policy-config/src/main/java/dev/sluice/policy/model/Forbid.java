package dev.sluice.policy.model;

import dev.sluice.policy.diagnostic.SourceLocation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A no that beats any yes. It holds unless {@code when} is definitely false or {@code unless} definitely true.
 *
 * @param of the part it holds for; null for all
 * @param subject whose data it holds for; null for everybody's
 * @param mayBeVacuous why it may meet nothing, or null if it may not
 */
public record Forbid(
        Named id,
        List<Named> categories,
        @Nullable Condition when,
        @Nullable Condition unless,
        @Nullable Named of,
        @Nullable Subject subject,
        Force force,
        @Nullable String mayBeVacuous,
        SourceLocation location) {

    public Forbid {
        categories = List.copyOf(categories);
    }
}
