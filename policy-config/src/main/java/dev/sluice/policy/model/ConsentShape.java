package dev.sluice.policy.model;

import dev.sluice.policy.diagnostic.SourceLocation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place that says what the customer agreed to.
 *
 * @param adapter knows the shop's own words: {@code shopify}, {@code flag}
 * @param given for {@code flag}: the scalars that mean yes; strings, numbers and booleans are told apart
 * @param channel null for all channels
 * @param recordOnly whether it speaks for this record alone and is neither stored nor merged
 */
public record ConsentShape(
        Named adapter,
        Place at,
        List<FactValue> given,
        Named purpose,
        @Nullable Named channel,
        boolean recordOnly,
        SourceLocation location) {

    public ConsentShape {
        given = List.copyOf(given);
    }
}
