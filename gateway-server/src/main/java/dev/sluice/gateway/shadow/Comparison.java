package dev.sluice.gateway.shadow;

import java.util.List;

/** What two outcomes differ in, tied to the counts of a report. */
final class Comparison {

    private final List<ShadowReport.Tally> tallies;
    private final boolean different;
    private final ShadowReport report;

    Comparison(List<Difference> differences, ShadowReport report) {
        this.tallies = report.tallies(differences);
        this.different = !differences.isEmpty();
        this.report = report;
    }

    /** Counts a document whose places outside records were decided so. */
    void countDocument(long nowMillis) {
        for (ShadowReport.Tally tally : tallies) {
            tally.add(1, nowMillis);
        }
    }

    /** Counts records that were decided so. */
    void count(long records, long nowMillis) {
        report.countRecords(different, records);
        for (ShadowReport.Tally tally : tallies) {
            tally.add(records, nowMillis);
        }
    }
}
