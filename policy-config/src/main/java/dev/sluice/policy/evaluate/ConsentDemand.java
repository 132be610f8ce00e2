package dev.sluice.policy.evaluate;

import java.time.Period;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a yes must be like to count.
 *
 * @param confirmedOnly whether it must be confirmed
 * @param wordings the texts that it may have been given under; empty for any
 * @param maxAge how old it may be, or null for ever; one without a date is older than that
 */
public record ConsentDemand(
        boolean confirmedOnly,
        Set<String> wordings,
        @Nullable Period maxAge) {

    /** A yes is enough. */
    public static final ConsentDemand NONE = new ConsentDemand(false, Set.of(), null);

    public ConsentDemand {
        wordings = Set.copyOf(wordings);
    }

    boolean met(ConsentEntries entries, int entry, Moment moment) {
        if (confirmedOnly && !entries.confirmed(entry)) {
            return false;
        }
        String wording = entries.wording(entry);
        if (!wordings.isEmpty() && (wording == null || !wordings.contains(wording))) {
            return false;
        }
        return maxAge == null || entries.time(entry) >= moment.earliest(maxAge);
    }

    /** @param olderThan the longest of the ages that are asked for which it has passed, or null */
    boolean accepts(boolean confirmed, @Nullable String wording, @Nullable Period olderThan, Moment moment) {
        return (!confirmedOnly || confirmed)
                && (wordings.isEmpty() || (wording != null && wordings.contains(wording)))
                && (maxAge == null || olderThan == null || moment.earliest(maxAge) < moment.earliest(olderThan));
    }
}
