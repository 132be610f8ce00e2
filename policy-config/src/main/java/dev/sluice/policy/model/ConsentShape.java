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
 * @param scope to which partners it speaks
 * @param grant what a yes there is worth
 * @param recordOnly whether it speaks for this record alone and is neither stored nor merged
 */
public record ConsentShape(
        Named adapter,
        Place at,
        List<FactValue> given,
        Named purpose,
        @Nullable Named channel,
        Scope scope,
        Grant grant,
        boolean recordOnly,
        SourceLocation location) {

    public ConsentShape {
        given = List.copyOf(given);
    }

    /** Which partners it is about. @param partner null for all of the role @param role null for all */
    public record Scope(@Nullable Named partner, @Nullable Named role) {}

    /**
     * What the catalog knows of a yes beside the yes itself.
     *
     * @param doubleOptIn whether a yes there was confirmed, whatever the adapter says
     * @param byGuardian whether it is the word of a guardian
     * @param wording the text that it was given under; null if another member says so, or nobody knows
     * @param wordingAt where the text's name stands
     * @param timeAt for {@code flag}: where its time stands
     * @param expiresAt where the time stands at which a yes ends
     */
    public record Grant(
            boolean doubleOptIn,
            boolean byGuardian,
            @Nullable Named wording,
            @Nullable Place wordingAt,
            @Nullable Place timeAt,
            @Nullable Place expiresAt) {

        /** Nothing but the yes. */
        public static Grant plain() {
            return new Grant(false, false, null, null, null, null);
        }
    }
}
