package dev.sluice.policy.evaluate;

import dev.sluice.policy.field.RecordFacts;
import org.jspecify.annotations.Nullable;

/**
 * What a yes at one place is worth beside the yes itself.
 *
 * @param confirmed whether it was confirmed, whatever the adapter says
 * @param wording the text that it was given under, where no member says so; null if nobody knows
 * @param wordingSlot the slot of the text's name, or {@link RecordFacts#NONE}
 * @param expirySlot the slot of the time at which it ends, or {@link RecordFacts#NONE}
 */
public record GrantTerms(boolean confirmed, @Nullable String wording, int wordingSlot, int expirySlot) {

    private static final int DATE = 10;
    private static final long DAY = 86_400_000L;

    /** Notes them for the source that is open. */
    void apply(RecordFacts facts, ConsentEntries into) {
        into.terms(confirmed, expiry(facts), wordingSlot == RecordFacts.NONE ? wording : text(facts, wordingSlot));
    }

    /** A day is the last one, in UTC; an end that cannot be read has passed. */
    private long expiry(RecordFacts facts) {
        int value = expirySlot == RecordFacts.NONE ? RecordFacts.NONE : facts.first(expirySlot);
        if (value == RecordFacts.NONE
                || (facts.kind(value) == RecordFacts.Kind.NULL && facts.next(value) == RecordFacts.NONE)) {
            return ConsentEntries.NEVER;
        }
        if (facts.next(value) != RecordFacts.NONE || facts.kind(value) != RecordFacts.Kind.STRING) {
            return ConsentEntries.OLDEST;
        }
        if (facts.verbatim(value) && facts.to(value) - facts.from(value) == DATE) {
            int day = Timestamps.epochDay(facts.bytes(), facts.from(value));
            return day == Integer.MIN_VALUE ? ConsentEntries.OLDEST : (day + 1) * DAY;
        }
        long time = Timestamps.read(facts, value);
        return time < 0 ? ConsentEntries.OLDEST : time;
    }

    private static @Nullable String text(RecordFacts facts, int slot) {
        int value = facts.first(slot);
        return value == RecordFacts.NONE || facts.next(value) != RecordFacts.NONE ? null : facts.text(value);
    }
}
