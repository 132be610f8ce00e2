package dev.sluice.gateway.app;

import dev.sluice.gateway.metrics.ShadowFigures;
import dev.sluice.gateway.metrics.ShadowFigures.Figure;
import dev.sluice.gateway.shadow.Shadow;
import dev.sluice.gateway.shadow.ShadowReport;
import java.util.ArrayList;
import java.util.List;

/** Reads what rules in shadow and a candidate would change as figures. */
final class ShadowReading {

    private ShadowReading() {}

    static ShadowFigures of(Shadow shadow) {
        Shadow.View view = shadow.view();
        List<Figure> records = new ArrayList<>();
        List<Figure> differences = new ArrayList<>();
        read("rules", view.ofRules(), records, differences);
        if (view.candidate() != null) {
            read("candidate", view.ofCandidate(), records, differences);
        }
        return new ShadowFigures(records, differences);
    }

    private static void read(String beside, ShadowReport report, List<Figure> records, List<Figure> differences) {
        ShadowReport.Records counts = report.records();
        records.add(new Figure(List.of(beside, "same"), counts.same()));
        records.add(new Figure(List.of(beside, "different"), counts.different()));
        records.add(new Figure(List.of(beside, "not_comparable"), counts.notComparable()));
        records.add(new Figure(List.of(beside, "failed"), counts.failed()));
        report.changes()
                .forEach((changed, count) -> differences.add(new Figure(
                        List.of(
                                beside,
                                changed.partner(),
                                changed.category(),
                                changed.change().word()),
                        count)));
    }
}
