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

/** Reads what a candidate would change as figures, within a bound. */
final class ShadowReading {

    private static final int MOST = 500;
    private static final String OTHER = "other";

    private ShadowReading() {}

    static ShadowFigures of(Shadow shadow) {
        Shadow.View view = shadow.view();
        if (view == null) {
            return new ShadowFigures(List.of(), List.of());
        }
        ShadowReport.Records records = view.report().records();
        List<Figure> outcomes = List.of(
                new Figure(List.of("same"), records.same()),
                new Figure(List.of("different"), records.different()),
                new Figure(List.of("not_comparable"), records.notComparable()),
                new Figure(List.of("failed"), records.failed()));
        Map<List<String>, Double> differences = new LinkedHashMap<>();
        for (ShadowReport.Counted counted : view.report().differences()) {
            Difference difference = counted.difference();
            String change = difference.change().word();
            List<String> labels = List.of(difference.partner(), difference.category(), change);
            List<String> kept = differences.size() < MOST || differences.containsKey(labels)
                    ? labels
                    : List.of(OTHER, OTHER, change);
            differences.merge(kept, (double) counted.records(), Double::sum);
        }
        List<Figure> figures = new ArrayList<>();
        differences.forEach((labels, value) -> figures.add(new Figure(labels, value)));
        return new ShadowFigures(outcomes, figures);
    }
}
