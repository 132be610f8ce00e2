package dev.sluice.gateway.admin;

import dev.sluice.gateway.shadow.Candidate;
import dev.sluice.gateway.shadow.Difference;
import dev.sluice.gateway.shadow.Shadow;
import dev.sluice.gateway.shadow.ShadowReport;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What would change, as operators see it.
 *
 * @param rules what the live bundle's rules in shadow would change
 * @param candidate what a candidate would change, or null if there is none
 */
record ShadowView(
        String liveVersion, ReportView rules, @Nullable CandidateView candidate) {

    /**
     * One report.
     *
     * @param records how many records were decided twice, by how the decisions compare
     */
    record ReportView(ShadowReport.Records records, List<DifferenceView> differences) {

        static ReportView of(ShadowReport report) {
            return new ReportView(
                    report.records(),
                    report.differences().stream().map(ShadowView::difference).toList());
        }
    }

    /** @param unreadFacts places of facts that only the candidate's catalog reads, so that they are unknown to it */
    record CandidateView(String version, String source, Instant since, List<String> unreadFacts, ReportView report) {}

    /** One difference. */
    record DifferenceView(
            String partner,
            String change,
            String category,
            String catalog,
            String path,
            String purpose,
            @Nullable String from,
            @Nullable String to,
            long records,
            Instant firstSeen,
            Instant lastSeen) {}

    static ShadowView of(Shadow.View view) {
        Candidate candidate = view.candidate();
        ShadowReport report = view.ofCandidate();
        return new ShadowView(
                view.liveVersion(),
                ReportView.of(view.ofRules()),
                candidate == null
                        ? null
                        : new CandidateView(
                                candidate.version(),
                                candidate.source(),
                                candidate.since(),
                                report.unread(),
                                ReportView.of(report)));
    }

    private static DifferenceView difference(ShadowReport.Counted counted) {
        Difference difference = counted.difference();
        return new DifferenceView(
                difference.partner(),
                difference.change().word(),
                difference.category(),
                difference.catalog(),
                difference.path(),
                difference.purpose(),
                difference.from(),
                difference.to(),
                counted.records(),
                counted.firstSeen(),
                counted.lastSeen());
    }
}
