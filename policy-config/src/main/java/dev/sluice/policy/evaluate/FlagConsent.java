package dev.sluice.policy.evaluate;

import dev.sluice.policy.field.RecordFacts;
import dev.sluice.policy.field.Scalar;
import java.util.List;

/**
 * A tick: one scalar that means yes by the catalog's list. Anything else that is there is a refusal. Its second
 * slot, if it has
 * one, is that of its time.
 */
final class FlagConsent implements ConsentAdapter {

    private static final Literal TRUE = new Literal(new Scalar(Scalar.Kind.BOOLEAN, "true"));

    @Override
    public String word() {
        return "flag";
    }

    @Override
    public boolean knowsWords() {
        return false;
    }

    @Override
    public boolean knowsTime() {
        return false;
    }

    @Override
    public boolean knowsOptIn() {
        return false;
    }

    @Override
    public List<String> members() {
        return List.of();
    }

    @Override
    public Reader reader(List<Scalar> given) {
        Literal[] yes = given.isEmpty()
                ? new Literal[] {TRUE}
                : given.stream().map(Literal::new).toArray(Literal[]::new);
        return (facts, slots, into) -> {
            for (int value = facts.first(slots[0]); value != RecordFacts.NONE; value = facts.next(value)) {
                switch (facts.kind(value)) {
                    case NULL -> {}
                    case UNUSABLE -> into.unclear(ConsentEntries.NEWEST);
                    default ->
                        tick(facts, value, yes, slots.length > 1 ? time(facts, slots[1]) : Timestamps.NONE, into);
                }
            }
        };
    }

    private static void tick(RecordFacts facts, int value, Literal[] yes, long time, ConsentEntries into) {
        for (Literal one : yes) {
            if (one.matches(facts, value)) {
                given(time, into);
                return;
            }
        }
        into.no(time < 0 ? ConsentEntries.NEWEST : time);
    }

    private static void given(long time, ConsentEntries into) {
        if (time == Timestamps.UNUSABLE) {
            into.unclear(ConsentEntries.NEWEST);
        } else {
            into.yes(time == Timestamps.NONE ? ConsentEntries.OLDEST : time, false);
        }
    }

    private static long time(RecordFacts facts, int slot) {
        int value = facts.first(slot);
        if (value == RecordFacts.NONE) {
            return Timestamps.NONE;
        }
        if (facts.next(value) != RecordFacts.NONE) {
            return Timestamps.UNUSABLE;
        }
        return facts.kind(value) == RecordFacts.Kind.NULL ? Timestamps.NONE : Timestamps.read(facts, value);
    }
}
