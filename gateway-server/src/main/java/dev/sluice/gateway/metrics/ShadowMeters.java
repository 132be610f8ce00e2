package dev.sluice.gateway.metrics;

import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.List;
import java.util.function.Supplier;

/**
 * The meters of what decides beside the live bundle. Gauges, since a report begins anew with each candidate; their labels
 * are words of the bundle, and no more than the report tells apart.
 */
final class ShadowMeters {

    private static final String RECORDS = "sluice_shadow_records";
    private static final String DIFFERENCES = "sluice_shadow_differences";

    private ShadowMeters() {}

    static void register(PrometheusRegistry registry, Supplier<ShadowFigures> shadow) {
        MultiCollector collector = () -> {
            ShadowFigures figures = shadow.get();
            return MetricSnapshots.of(
                    gauge(RECORDS, "records decided twice", figures.records(), "beside", "outcome"),
                    gauge(
                            DIFFERENCES,
                            "records that would be decided otherwise",
                            figures.differences(),
                            "beside",
                            "partner",
                            "category",
                            "change"));
        };
        registry.register(collector);
    }

    private static GaugeSnapshot gauge(String name, String help, List<ShadowFigures.Figure> figures, String... labels) {
        GaugeSnapshot.Builder gauge = GaugeSnapshot.builder().name(name).help(help);
        for (ShadowFigures.Figure figure : figures) {
            gauge.dataPoint(GaugeSnapshot.GaugeDataPointSnapshot.builder()
                    .labels(Labels.of(labels, figure.labels().toArray(String[]::new)))
                    .value(figure.value())
                    .build());
        }
        return gauge.build();
    }
}
