package dev.sluice.gateway.shadow;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/** What one candidate would change, counted. Bounded: beyond {@link #MOST} differences only their number is kept. */
public final class ShadowReport {

    /** How many differences are told apart. */
    public static final int MOST = 2000;

    /** How many changes are told apart, of partners and categories. */
    static final int MOST_CHANGES = 500;

    private static final String OTHER = "other";

    private final Map<Difference, Tally> tallies = new ConcurrentHashMap<>();
    private final Map<Changed, LongAdder> changes = new ConcurrentHashMap<>();
    private final Tally beyond = new Tally();
    private final Set<String> unread = new ConcurrentSkipListSet<>();
    private final LongAdder same = new LongAdder();
    private final LongAdder different = new LongAdder();
    private final LongAdder incomparable = new LongAdder();
    private final LongAdder failed = new LongAdder();

    /** How often one difference was met. */
    static final class Tally {

        private final LongAdder records = new LongAdder();
        private final AtomicLong first = new AtomicLong();
        private volatile long last;

        void add(long count, long nowMillis) {
            records.add(count);
            first.compareAndSet(0, nowMillis);
            last = nowMillis;
        }
    }

    /**
     * One difference and how often it was met.
     *
     * @param records records that would be decided so, whether or not they hold a value there
     */
    public record Counted(Difference difference, long records, Instant firstSeen, Instant lastSeen) {}

    /** What would change for a partner in one category, at whatever place. */
    public record Changed(String partner, String category, Difference.Change change) {}

    /**
     * Records by how the two decisions compare.
     *
     * @param notComparable records that the candidate's catalog has no record type for
     * @param failed records that the candidate could not decide; a defect
     * @param beyond differences in records that are no longer told apart
     */
    public record Records(long same, long different, long notComparable, long failed, long beyond) {}

    List<Tally> tallies(List<Difference> differences) {
        List<Tally> result = new ArrayList<>();
        for (Difference difference : differences) {
            Tally known = tallies.get(difference);
            if (known == null) {
                known = tallies.size() >= MOST ? beyond : tallies.computeIfAbsent(difference, d -> new Tally());
            }
            result.add(known);
        }
        return result;
    }

    /** The counts of what differs, each once however many places it differs at. */
    List<LongAdder> changes(List<Difference> differences) {
        return differences.stream()
                .map(difference -> new Changed(difference.partner(), difference.category(), difference.change()))
                .map(changed -> changes.size() < MOST_CHANGES || changes.containsKey(changed)
                        ? changed
                        : new Changed(OTHER, OTHER, changed.change()))
                .distinct()
                .map(changed -> changes.computeIfAbsent(changed, c -> new LongAdder()))
                .toList();
    }

    void countRecords(boolean differ, long records) {
        (differ ? different : same).add(records);
    }

    void countIncomparable(long records) {
        incomparable.add(records);
    }

    void countFailed(long records) {
        failed.add(records);
    }

    /** Notes that a candidate reads facts at places of a catalog that the live one does not read. */
    void unread(String catalog, List<String> places) {
        places.forEach(place -> unread.add(catalog + " " + place));
    }

    /** Catalog and place of each fact that the candidate was not given, so that it counts as unknown. */
    public List<String> unread() {
        return List.copyOf(unread);
    }

    public Records records() {
        return new Records(same.sum(), different.sum(), incomparable.sum(), failed.sum(), beyond.records.sum());
    }

    /** Records by what would change, however many places it would change at, in the order of partners and categories. */
    public Map<Changed, Long> changes() {
        Map<Changed, Long> counted = new TreeMap<>(Comparator.comparing(Changed::partner)
                .thenComparing(Changed::category)
                .thenComparing(Changed::change));
        changes.forEach((changed, count) -> {
            if (count.sum() > 0) {
                counted.put(changed, count.sum());
            }
        });
        return counted;
    }

    /** All differences that were met, in the order of partners, categories and places. */
    public List<Counted> differences() {
        List<Counted> counted = new ArrayList<>();
        tallies.forEach((difference, tally) -> {
            if (tally.records.sum() > 0) {
                counted.add(new Counted(
                        difference,
                        tally.records.sum(),
                        Instant.ofEpochMilli(tally.first.get()),
                        Instant.ofEpochMilli(tally.last)));
            }
        });
        counted.sort(Comparator.comparing((Counted one) -> one.difference().partner())
                .thenComparing(one -> one.difference().category())
                .thenComparing(one -> one.difference().catalog())
                .thenComparing(one -> one.difference().path())
                .thenComparing(one -> one.difference().purpose())
                .thenComparing(one -> String.valueOf(one.difference().from()))
                .thenComparing(one -> String.valueOf(one.difference().to())));
        return counted;
    }
}
