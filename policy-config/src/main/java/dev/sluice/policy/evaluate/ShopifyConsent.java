package dev.sluice.policy.evaluate;

import dev.sluice.policy.field.RecordFacts;
import dev.sluice.policy.field.Scalar;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Shopify's marketing consent: an object of {@code state}, {@code opt_in_level} and {@code consent_updated_at}, its
 * words in any
 * case. {@code not_subscribed} says nothing, {@code pending} and unknown words are unclear. So is an object without
 * a state,
 * since it says that there is something to know.
 */
final class ShopifyConsent implements ConsentAdapter {

    private static final int STATE = 1;
    private static final int LEVEL = 2;
    private static final int TIME = 3;
    private static final int SEVERAL = -2;

    private static final byte[] SUBSCRIBED = ascii("subscribed");
    private static final byte[] NOT_SUBSCRIBED = ascii("not_subscribed");
    private static final byte[] CONFIRMED = ascii("confirmed_opt_in");
    private static final List<byte[]> REFUSALS = List.of(ascii("unsubscribed"), ascii("redacted"), ascii("invalid"));

    @Override
    public String word() {
        return "shopify";
    }

    @Override
    public boolean knowsWords() {
        return true;
    }

    @Override
    public boolean knowsTime() {
        return true;
    }

    @Override
    public boolean knowsOptIn() {
        return true;
    }

    @Override
    public List<String> members() {
        return List.of("state", "opt_in_level", "consent_updated_at");
    }

    @Override
    public Reader reader(List<Scalar> given) {
        return ShopifyConsent::read;
    }

    private static void read(RecordFacts facts, int[] slots, ConsentEntries into) {
        int container = only(facts, slots[0]);
        if (container == RecordFacts.NONE) {
            return;
        }
        int state = only(facts, slots[STATE]);
        if (container == SEVERAL || facts.kind(container) != RecordFacts.Kind.OBJECT || state < 0) {
            into.unclear(ConsentEntries.NEWEST);
            return;
        }
        long time = time(facts, only(facts, slots[TIME]));
        if (Texts.is(facts, state, SUBSCRIBED)) {
            if (time == Timestamps.UNUSABLE) {
                into.unclear(ConsentEntries.NEWEST);
            } else {
                into.yes(
                        time == Timestamps.NONE ? ConsentEntries.OLDEST : time,
                        confirmed(facts, only(facts, slots[LEVEL])));
            }
        } else if (!Texts.is(facts, state, NOT_SUBSCRIBED)) {
            negative(facts, state, time < 0 ? ConsentEntries.NEWEST : time, into);
        }
    }

    private static void negative(RecordFacts facts, int state, long time, ConsentEntries into) {
        for (byte[] refusal : REFUSALS) {
            if (Texts.is(facts, state, refusal)) {
                into.no(time);
                return;
            }
        }
        into.unclear(time);
    }

    private static boolean confirmed(RecordFacts facts, int level) {
        return level >= 0 && Texts.is(facts, level, CONFIRMED);
    }

    private static long time(RecordFacts facts, int value) {
        if (value == RecordFacts.NONE) {
            return Timestamps.NONE;
        }
        return value == SEVERAL ? Timestamps.UNUSABLE : Timestamps.read(facts, value);
    }

    /** The one value of a slot that is not {@code null}, if there is one. */
    private static int only(RecordFacts facts, int slot) {
        int value = facts.first(slot);
        if (value == RecordFacts.NONE) {
            return value;
        }
        if (facts.next(value) != RecordFacts.NONE) {
            return SEVERAL;
        }
        return facts.kind(value) == RecordFacts.Kind.NULL ? RecordFacts.NONE : value;
    }

    private static byte[] ascii(String word) {
        return word.getBytes(StandardCharsets.US_ASCII);
    }
}
