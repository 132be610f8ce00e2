package dev.sluice.policy.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A form as the author wrote it; {@code policy.form} makes it work, {@code policy.compile} orders it (semantics B10 and
 * D).
 */
public sealed interface FormSpec {

    record AsIs() implements FormSpec {}

    record Replace(FactValue with) implements FormSpec {}

    record Nullify() implements FormSpec {}

    record Mask(int keepFirst, int keepLast) implements FormSpec {}

    /** {@code mask_email: { keep: domain }}; without it the domain is masked too. */
    record MaskEmail(boolean keepDomain) implements FormSpec {}

    record Initial() implements FormSpec {}

    record Truncate(int keepFirst) implements FormSpec {}

    record DatePart(Part part) implements FormSpec {
        /** From the finest to the coarsest. */
        public enum Part {
            MONTH,
            QUARTER,
            YEAR,
            DECADE
        }
    }

    record AgeBand(List<Integer> bounds) implements FormSpec {
        public AgeBand {
            bounds = List.copyOf(bounds);
        }
    }

    /** @param to a positive decimal literal: values become multiples of it */
    record Round(String to) implements FormSpec {}

    /**
     * @param key null for the only key there is
     * @param domain null for the field's first category
     */
    record Pseudonym(@Nullable Named key, @Nullable String domain) implements FormSpec {}
}
