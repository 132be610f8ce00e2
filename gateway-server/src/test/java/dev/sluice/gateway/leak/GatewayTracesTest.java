package dev.sluice.gateway.leak;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.sluice.gateway.drift.Drift;
import dev.sluice.gateway.enforce.BodyEnforcer;
import dev.sluice.gateway.enforce.BodyFaultException;
import dev.sluice.gateway.enforce.BodyMemory;
import dev.sluice.gateway.enforce.BodyPlan;
import dev.sluice.gateway.enforce.ContentCoding;
import dev.sluice.gateway.enforce.Disclosed;
import dev.sluice.gateway.enforce.EnginePool;
import dev.sluice.gateway.enforce.InflationLimits;
import dev.sluice.gateway.json.Framing;
import dev.sluice.gateway.json.JsonLimits;
import dev.sluice.gateway.metrics.ExchangeLog;
import dev.sluice.gateway.metrics.ExchangeSummary;
import dev.sluice.gateway.metrics.GatewayMetrics;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;

/** What an exchange leaves behind in metrics and logs, every logger at its most talkative: no value of the document. */
final class GatewayTracesTest {

    private static Gate gate;

    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Logger exchanges = (Logger) LoggerFactory.getLogger("sluice.exchange");
    private final Logger own = (Logger) LoggerFactory.getLogger("dev.sluice");
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

    @BeforeAll
    static void loadTheExample() {
        gate = Gate.of(Sample.bundle());
    }

    @BeforeEach
    void listen() {
        lines.start();
        root.addAppender(lines);
        List.of(exchanges, own).forEach(logger -> {
            logger.addAppender(lines);
            logger.setLevel(Level.TRACE);
            logger.setAdditive(false);
        });
    }

    @AfterEach
    void stopListening() {
        root.detachAppender(lines);
        List.of(exchanges, own).forEach(logger -> {
            logger.detachAppender(lines);
            logger.setLevel(null);
            logger.setAdditive(true);
        });
    }

    static Stream<Arguments> samplesAndReceivers() {
        return Sample.all().stream()
                .flatMap(sample -> Stream.of(Sample.Receiver.values()).map(to -> Arguments.of(sample, to)));
    }

    @ParameterizedTest(name = "{0} to {1}")
    @MethodSource("samplesAndReceivers")
    void holdNoValueOfTheDocument(Sample sample, Sample.Receiver to) throws BodyFaultException {
        // Given
        Document document = sample.document();
        GatewayMetrics metrics = new GatewayMetrics();

        // When
        ExchangeSummary summary = summary(sample, to, disclosed(sample, to));
        metrics.ended(summary);
        new ExchangeLog().ended(summary);

        // Then
        String logged =
                lines.list.stream().map(ILoggingEvent::getFormattedMessage).collect(Collectors.joining("\n"));
        String traces = metrics.scrape() + logged + summary;
        assertThat(logged).contains("exchange=test");
        assertThat(metrics.scrape()).contains("sluice_");
        assertThat(new LeakSearch()
                        .schema(document.names())
                        .schema(gate.words())
                        .found(document.leaves(), withoutFigures(traces)))
                .isEmpty();
        assertThat(document.dataNames()).allMatch(name -> !traces.contains(name));
    }

    private static Disclosed disclosed(Sample sample, Sample.Receiver to) throws BodyFaultException {
        EnginePool pool = new EnginePool(
                JsonLimits.DEFAULTS, InflationLimits.ofSize(1 << 30), new Drift(), new BodyMemory(1 << 30));
        BodyPlan.Filter plan = new BodyPlan.Filter("application/json", Framing.DOCUMENT, ContentCoding.IDENTITY);
        try (BodyEnforcer enforcer = pool.open(gate.open(to, sample.catalog()), plan, "route")) {
            BodyEnforcer.Step step = enforcer.feed(ByteBuffer.wrap(sample.json()));
            while (step == BodyEnforcer.Step.DECISION) {
                step = enforcer.decide();
            }
            step = enforcer.finish();
            while (step == BodyEnforcer.Step.DECISION) {
                step = enforcer.decide();
            }
            assertThat(step).isEqualTo(BodyEnforcer.Step.COMPLETE);
            return enforcer.disclosed();
        }
    }

    private static ExchangeSummary summary(Sample sample, Sample.Receiver to, Disclosed disclosed) {
        return new ExchangeSummary(
                "test",
                "pull",
                "GET",
                to.id(),
                "route",
                sample.catalog(),
                to.purpose(),
                "policy",
                null,
                null,
                200,
                false,
                sample.json().length,
                17,
                disclosed.recordsShared(),
                disclosed.recordsWithheld(),
                disclosed.withheldByCause(),
                disclosed.fieldsByForm(),
                disclosed.fieldsByCause(),
                disclosed.unclassified(),
                5_000);
    }

    /** Counts, times and the bounds of buckets are the gateway's own. */
    private static String withoutFigures(String traces) {
        return traces.replaceAll("(?m)^# .*$", "")
                .replaceAll("le=\"[^\"]*\"", "")
                .replaceAll("(bytesIn|nanos|in|micros)=\\d+|\\} \\d+(\\.\\d+)?(E\\d+)?", "");
    }
}
