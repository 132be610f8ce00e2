package dev.sluice.gateway.admin;

import dev.sluice.gateway.shadow.Difference;
import dev.sluice.gateway.shadow.Shadow;
import dev.sluice.gateway.shadow.ShadowReport;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a candidate would change, as operators see it.
 *
 * @param unreadFacts places of facts that only the candidate's catalog reads, so that they are unknown to it
 * @param records how many records were decided twice, by how the decisions compare
 */
record ShadowView(
        String liveVersion,
        String candidateVersion,
        String source,
        Instant since,
        ShadowReport.Records records,
        List<String> unreadFacts,
        List<DifferenceView> differences) {

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
        return new ShadowView(
                view.liveVersion(),
                view.candidate().version(),
                view.candidate().source(),
                view.candidate().since(),
                view.report().records(),
                view.report().unread(),
                view.report().differences().stream().map(ShadowView::difference).toList());
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
