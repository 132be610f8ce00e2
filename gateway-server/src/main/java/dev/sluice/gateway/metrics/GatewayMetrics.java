package dev.sluice.gateway.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * All meters of the gateway. Labels are ids out of configuration and words out of enums, so their number is bounded.
 */
public final class GatewayMetrics implements ExchangeObserver {

    private static final String EXCHANGES = "sluice.exchanges";
    private static final String DURATION = "sluice.exchange.duration";
    private static final String RECORDS = "sluice.records";
    private static final String FIELDS = "sluice.fields";
    private static final String WITHHELD = "sluice.fields.withheld";
    private static final String UNCLASSIFIED = "sluice.fields.unclassified";
    private static final String BYTES = "sluice.bytes";
    private static final String CONNECTIONS = "sluice.connections";
    private static final String UNDER_WAY = "sluice.exchanges.under.way";
    private static final String NOBODY = "none";
    private static final String SHARED = "shared";

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Map<ExchangeKey, ExchangeMeters> meters = new ConcurrentHashMap<>();
    private final Map<DisclosureKey, Counter> disclosures = new ConcurrentHashMap<>();

    /** What tells one exchange's meters from another's. */
    private record ExchangeKey(String direction, String partner, String route, String outcome, boolean cut) {}

    /** What tells one disclosure counter from another. */
    private record DisclosureKey(String meter, String partner, String subject, String word) {}

    /** The meters of exchanges that are alike. */
    private record ExchangeMeters(Counter count, Timer duration, Counter bytesIn, Counter bytesOut) {}

    @Override
    public void ended(ExchangeSummary summary) {
        ExchangeKey key = new ExchangeKey(
                summary.direction(),
                named(summary.partner()),
                named(summary.route()),
                summary.outcome(),
                summary.cut());
        ExchangeMeters found = meters.get(key);
        if (found == null) {
            found = meters.computeIfAbsent(key, this::register);
        }
        found.count().increment();
        found.duration().record(summary.nanos(), TimeUnit.NANOSECONDS);
        found.bytesIn().increment(summary.bytesIn());
        found.bytesOut().increment(summary.bytesOut());
        if (summary.bytesIn() > 0) {
            disclosed(summary);
        }
    }

    private ExchangeMeters register(ExchangeKey key) {
        Tags route = Tags.of("direction", key.direction(), "partner", key.partner(), "route", key.route());
        Tags outcome = route.and("outcome", key.outcome(), "cut", Boolean.toString(key.cut()));
        return new ExchangeMeters(
                Counter.builder(EXCHANGES)
                        .description("exchanges that ended")
                        .tags(outcome)
                        .register(registry),
                Timer.builder(DURATION)
                        .description("from the request's head to the end of the answer")
                        .tags(route)
                        .serviceLevelObjectives(
                                Duration.ofMillis(1),
                                Duration.ofMillis(5),
                                Duration.ofMillis(25),
                                Duration.ofMillis(100),
                                Duration.ofMillis(500),
                                Duration.ofSeconds(2),
                                Duration.ofSeconds(10))
                        .register(registry),
                bytes(route.and("side", "judged")),
                bytes(route.and("side", "answered")));
    }

    private Counter bytes(Tags tags) {
        return Counter.builder(BYTES)
                .description("bytes of bodies: judged as they arrived, answered as they left")
                .baseUnit("bytes")
                .tags(tags)
                .register(registry);
    }

    private void disclosed(ExchangeSummary summary) {
        String partner = named(summary.partner());
        String route = named(summary.route());
        String catalog = named(summary.catalog());
        disclosure(
                RECORDS,
                "route",
                "outcome",
                new DisclosureKey(RECORDS, partner, route, SHARED),
                summary.recordsShared());
        summary.withheldByCause()
                .forEach((cause, count) -> disclosure(
                        RECORDS, "route", "outcome", new DisclosureKey(RECORDS, partner, route, cause), count));
        summary.fieldsByForm()
                .forEach((form, count) -> disclosure(
                        FIELDS, "catalog", "form", new DisclosureKey(FIELDS, partner, catalog, form), count));
        summary.fieldsByCause()
                .forEach((cause, count) -> disclosure(
                        WITHHELD, "catalog", "reason", new DisclosureKey(WITHHELD, partner, catalog, cause), count));
        disclosure(
                UNCLASSIFIED,
                "catalog",
                "kind",
                new DisclosureKey(UNCLASSIFIED, partner, catalog, "member"),
                summary.unclassified());
    }

    private void disclosure(String meter, String subject, String word, DisclosureKey key, long count) {
        if (count > 0) {
            disclosures
                    .computeIfAbsent(
                            key,
                            k -> registry.counter(meter, "partner", k.partner(), subject, k.subject(), word, k.word()))
                    .increment(count);
        }
    }

    /** Sets up the gauges that ask for their value. */
    public void watch(IntSupplier connections, IntSupplier underWay) {
        Gauge.builder(CONNECTIONS, connections::getAsInt)
                .description("open connections of callers")
                .register(registry);
        Gauge.builder(UNDER_WAY, underWay::getAsInt)
                .description("exchanges under way")
                .register(registry);
    }

    /**
     * Sets up the meters of the bundle in force.
     *
     * @param outcomes every word that a look at the directory can end with
     */
    public void watchBundle(Supplier<BundleFigures> bundle, Collection<String> outcomes) {
        BundleMeters.register(registry, bundle, outcomes);
    }

    /** Sets up the meters of a candidate beside the bundle in force. */
    public void watchShadow(Supplier<ShadowFigures> shadow) {
        ShadowMeters.register(registry.getPrometheusRegistry(), shadow);
    }

    /** All meters in Prometheus' text format. */
    public String scrape() {
        return registry.scrape();
    }

    private static String named(@Nullable String id) {
        return id == null ? NOBODY : id;
    }
}
