package dev.sluice.policy.model;

import dev.sluice.policy.diagnostic.SourceLocation;
import org.jspecify.annotations.Nullable;

/** The mildest form in which a category may leave. Without {@code of} it holds for all parts. */
public record Protect(
        Named id,
        Named category,
        FormSpec atMost,
        @Nullable Condition when,
        @Nullable Named of,
        SourceLocation location) {}
