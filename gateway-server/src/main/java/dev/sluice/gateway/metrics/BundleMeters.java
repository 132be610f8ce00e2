package dev.sluice.gateway.metrics;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.prometheus.metrics.model.registry.Collector;
import io.prometheus.metrics.model.snapshots.InfoSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import java.util.Collection;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/** The meters of the bundle in force. They ask for their values. */
final class BundleMeters {

    private static final String INFO = "sluice_bundle";

    private BundleMeters() {}

    /** @param outcomes every word that a look at the directory can end with */
    static void register(
            PrometheusMeterRegistry registry, Supplier<BundleFigures> bundle, Collection<String> outcomes) {
        Collector info = () -> {
            BundleFigures figures = bundle.get();
            return InfoSnapshot.builder()
                    .name(INFO)
                    .help("the bundle in force")
                    .dataPoint(InfoSnapshot.InfoDataPointSnapshot.builder()
                            .labels(Labels.of("version", figures.version(), "meaning", figures.meaning()))
                            .build())
                    .build();
        };
        registry.getPrometheusRegistry().register(info);
        gauge(registry, bundle, "last.good", "1 if the directory's bundle was refused", f -> flag(f.lastGood()));
        gauge(registry, bundle, "pinned", "1 if the bundle in force was pinned by hand", f -> flag(f.pinned()));
        gauge(registry, bundle, "unsaved", "1 if the state directory lacks what is in force", f -> flag(f.unsaved()));
        gauge(registry, bundle, "problems", "errors of the bundle that was refused", BundleFigures::problems);
        gauge(
                registry,
                bundle,
                "last.success.seconds",
                "seconds since the directory was last found good",
                BundleFigures::lastSuccessSeconds);
        for (String outcome : outcomes) {
            FunctionCounter.builder("sluice.bundle.reloads", bundle, of ->
                            (double) of.get().reloads().getOrDefault(outcome, 0L))
                    .description("looks at the bundle's directory")
                    .tag("outcome", outcome)
                    .register(registry);
        }
    }

    private static void gauge(
            PrometheusMeterRegistry registry,
            Supplier<BundleFigures> bundle,
            String name,
            String description,
            ToDoubleFunction<BundleFigures> value) {
        Gauge.builder("sluice.bundle." + name, () -> value.applyAsDouble(bundle.get()))
                .description(description)
                .register(registry);
    }

    private static double flag(boolean on) {
        return on ? 1 : 0;
    }
}
