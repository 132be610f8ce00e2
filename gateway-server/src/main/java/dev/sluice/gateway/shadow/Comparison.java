package dev.sluice.gateway.shadow;

import java.util.List;
import java.util.concurrent.atomic.LongAdder;

/** What two outcomes differ in, tied to the counts of a report. */
final class Comparison {

    private final List<ShadowReport.Tally> tallies;
    private final List<LongAdder> changes;
    private final boolean different;
    private final ShadowReport report;

    Comparison(List<Difference> differences, ShadowReport report) {
        this.tallies = report.tallies(differences);
        this.changes = report.changes(differences);
        this.different = !differences.isEmpty();
        this.report = report;
    }

    /** Counts a document whose places outside records were decided so. */
    void countDocument(long nowMillis) {
        add(1, nowMillis);
    }

    /** Counts records that were decided so. */
    void count(long records, long nowMillis) {
        report.countRecords(different, records);
        add(records, nowMillis);
    }

    private void add(long count, long nowMillis) {
        for (ShadowReport.Tally tally : tallies) {
            tally.add(count, nowMillis);
        }
        for (LongAdder change : changes) {
            change.add(count);
        }
    }
}
