package dev.sluice.gateway.json;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** Counts by reason, for reasons that are small numbers from a lowest on. */
final class ReasonCounts {

    private final int lowest;
    private long[] counts = new long[0];

    ReasonCounts(int lowest) {
        this.lowest = lowest;
    }

    void add(int reason, long by) {
        int at = reason - lowest;
        if (at >= counts.length) {
            counts = Arrays.copyOf(counts, at + 16);
        }
        counts[at] += by;
    }

    long total() {
        return Arrays.stream(counts).sum();
    }

    /** Those that are not 0. */
    Map<Integer, Long> byReason() {
        Map<Integer, Long> result = new TreeMap<>();
        for (int at = 0; at < counts.length; at++) {
            if (counts[at] > 0) {
                result.put(at + lowest, counts[at]);
            }
        }
        return result;
    }
}
