package dev.sluice.gateway.drift;

/** How often, and when first and last. Guarded by its route. */
final class Tally {

    private long count;
    private long first;
    private long last;

    void add(long more, long nowMillis) {
        count += more;
        first = first == 0 ? nowMillis : first;
        last = nowMillis;
    }

    long count() {
        return count;
    }

    long first() {
        return first;
    }

    long last() {
        return last;
    }
}
