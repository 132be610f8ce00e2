package dev.sluice.policy.evaluate;

import dev.sluice.policy.field.RecordFacts;
import java.util.Arrays;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * What a few short texts were read as, by their raw bytes, so that a country's name is looked up once. A newer text
 * takes the
 * place of an older one. Used by one thread, forgotten with the exchange.
 */
final class BytesMemo {

    private static final int SLOTS = 128;
    private static final int LONGEST = 40;

    private byte[][] keys = new byte[0][];
    private long[] numbers = new long[0];
    private Object[] objects = new Object[0];

    /** The number that a string was read as. */
    long number(RecordFacts facts, int value, ToLongFunction<String> read) {
        if (!memorable(facts, value)) {
            return read.applyAsLong(text(facts, value));
        }
        int slot = slot(facts, value);
        if (!holds(slot, facts, value)) {
            long number = read.applyAsLong(text(facts, value));
            remember(slot, facts, value);
            numbers[slot] = number;
        }
        return numbers[slot];
    }

    /** The object that a string was read as. One memo holds objects of one type only. */
    @SuppressWarnings("unchecked")
    <T> T object(RecordFacts facts, int value, Function<String, T> read) {
        if (!memorable(facts, value)) {
            return read.apply(text(facts, value));
        }
        int slot = slot(facts, value);
        if (!holds(slot, facts, value)) {
            T object = read.apply(text(facts, value));
            remember(slot, facts, value);
            objects[slot] = object;
        }
        return (T) objects[slot];
    }

    private void remember(int slot, RecordFacts facts, int value) {
        if (keys.length == 0) {
            keys = new byte[SLOTS][];
            numbers = new long[SLOTS];
            objects = new Object[SLOTS];
        }
        keys[slot] = Arrays.copyOfRange(facts.bytes(), facts.from(value), facts.to(value));
    }

    private boolean holds(int slot, RecordFacts facts, int value) {
        byte[] key = keys.length == 0 ? null : keys[slot];
        return key != null && Texts.same(facts.bytes(), facts.from(value), facts.to(value), key);
    }

    private static boolean memorable(RecordFacts facts, int value) {
        return facts.verbatim(value) && facts.to(value) - facts.from(value) <= LONGEST;
    }

    private static int slot(RecordFacts facts, int value) {
        byte[] bytes = facts.bytes();
        int hash = 0;
        for (int i = facts.from(value); i < facts.to(value); i++) {
            hash = hash * 31 + bytes[i];
        }
        return (hash ^ hash >>> 16 ^ hash >>> 6) & SLOTS - 1;
    }

    private static String text(RecordFacts facts, int value) {
        String text = facts.text(value);
        return text == null ? "" : text;
    }
}
