package dev.sluice.gateway.app;

import dev.sluice.gateway.metrics.ShadowFigures;
import dev.sluice.gateway.metrics.ShadowFigures.Figure;
import dev.sluice.gateway.shadow.Difference;
import dev.sluice.gateway.shadow.Shadow;
import dev.sluice.gateway.shadow.ShadowReport;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads what rules in shadow and a candidate would change as figures, within a bound. */
final class ShadowReading {

    private static final int MOST = 500;
    private static final String OTHER = "other";

    private ShadowReading() {}

    static ShadowFigures of(Shadow shadow) {
        Shadow.View view = shadow.view();
        List<Figure> records = new ArrayList<>();
        Map<List<String>, Double> differences = new LinkedHashMap<>();
        read("rules", view.ofRules(), records, differences);
        if (view.candidate() != null) {
            read("candidate", view.ofCandidate(), records, differences);
        }
        List<Figure> figures = new ArrayList<>();
        differences.forEach((labels, value) -> figures.add(new Figure(labels, value)));
        return new ShadowFigures(records, figures);
    }

    private static void read(
            String beside, ShadowReport report, List<Figure> records, Map<List<String>, Double> differences) {
        ShadowReport.Records counts = report.records();
        records.add(new Figure(List.of(beside, "same"), counts.same()));
        records.add(new Figure(List.of(beside, "different"), counts.different()));
        records.add(new Figure(List.of(beside, "not_comparable"), counts.notComparable()));
        records.add(new Figure(List.of(beside, "failed"), counts.failed()));
        for (ShadowReport.Counted counted : report.differences()) {
            Difference difference = counted.difference();
            String change = difference.change().word();
            List<String> labels = List.of(beside, difference.partner(), difference.category(), change);
            List<String> kept = differences.size() < MOST || differences.containsKey(labels)
                    ? labels
                    : List.of(beside, OTHER, OTHER, change);
            differences.merge(kept, (double) counted.records(), Double::sum);
        }
    }
}
