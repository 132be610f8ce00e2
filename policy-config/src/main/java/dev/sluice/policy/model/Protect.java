package dev.sluice.policy.model;

import dev.sluice.policy.diagnostic.SourceLocation;
import org.jspecify.annotations.Nullable;

/**
 * The mildest form in which a category may leave.
 *
 * @param of the part it holds for; null for all
 * @param subject whose data it holds for; null for everybody's
 * @param mayBeVacuous why it may meet nothing, or null if it may not
 */
public record Protect(
        Named id,
        Named category,
        FormSpec atMost,
        @Nullable Condition when,
        @Nullable Named of,
        @Nullable Subject subject,
        Force force,
        @Nullable String mayBeVacuous,
        SourceLocation location) {}
