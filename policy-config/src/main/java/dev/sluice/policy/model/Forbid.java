package dev.sluice.policy.model;

import dev.sluice.policy.diagnostic.SourceLocation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A no that beats any yes. It holds unless {@code when} is definitely false or {@code unless} definitely true. */
public record Forbid(
        Named id,
        List<Named> categories,
        @Nullable Condition when,
        @Nullable Condition unless,
        @Nullable Named of,
        SourceLocation location) {

    public Forbid {
        categories = List.copyOf(categories);
    }
}
