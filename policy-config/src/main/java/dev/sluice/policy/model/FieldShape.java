package dev.sluice.policy.model;

import dev.sluice.policy.diagnostic.SourceLocation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One catalogued place.
 *
 * @param categories all of which must be granted; empty where only the name is data
 * @param name what the member's name is, where the path ends in {@code .*}; else null
 * @param reviewedBy who looked at a {@code **} subtree that may hold personal data
 */
public record FieldShape(
        Path path,
        List<Named> categories,
        @Nullable NameData name,
        Subject subject,
        @Nullable String reviewedBy,
        SourceLocation location) {

    public FieldShape {
        categories = List.copyOf(categories);
    }
}
