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

    /** Takes over what another counted. */
    void add(Tally other) {
        count += other.count;
        first = first == 0 || other.first != 0 && other.first < first ? other.first : first;
        last = Math.max(last, other.last);
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
