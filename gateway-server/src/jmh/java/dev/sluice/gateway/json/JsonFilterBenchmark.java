package dev.sluice.gateway.json;

import dev.sluice.policy.decision.DecisionPoint.DisclosureRequest;
import dev.sluice.policy.decision.Disclosure;
import dev.sluice.policy.diagnostic.InvalidBundleException;
import dev.sluice.policy.field.RecordBatch;
import dev.sluice.policy.field.RecordVerdict;
import dev.sluice.policy.form.ThrowawayKeys;
import dev.sluice.policy.repository.BundleLoader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * The engine with the whole decision, fed in chunks of 16 KiB, beside Jackson that parses and generates the same bytes and
 * decides nothing. An operation is one page of about 8 MiB.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(
        value = 3,
        jvmArgsAppend = {"-XX:+UseSerialGC", "-Xmx1g"})
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 4, time = 2)
public class JsonFilterBenchmark {

    private static final int PAGE = 8 * 1024 * 1024;
    private static final int CHUNK = 16 * 1024;

    @Param
    private Customers.Kind kind;

    private byte[] page;
    private JsonFilter plain;
    private JsonFilter undecided;
    private final RecordVerdict[] allShared = new RecordVerdict[1024];
    private JsonFilter pseudonyms;
    private Disclosure plainDisclosure;
    private Disclosure pseudonymsDisclosure;
    private final JsonFactory jackson = new JsonFactory();

    @Setup
    public void load() throws IOException, InvalidBundleException, MalformedJsonException {
        page = Customers.page(kind, PAGE);
        Path directory = Files.createTempDirectory("bench");
        try (InputStream bundle = JsonFilterBenchmark.class.getResourceAsStream("/bench/bundle.yaml")) {
            Files.write(directory.resolve("bundle.yaml"), bundle.readAllBytes());
        }
        var ready = new BundleLoader(Clock.systemUTC()).prepare(directory, new ThrowawayKeys());
        plainDisclosure = ready.decisions().open(request("plain"));
        pseudonymsDisclosure = ready.decisions().open(request("pseudonyms"));
        plain = new JsonFilter(plainDisclosure.plan(), JsonLimits.DEFAULTS);
        undecided = new JsonFilter(plainDisclosure.plan(), JsonLimits.DEFAULTS);
        pseudonyms = new JsonFilter(pseudonymsDisclosure.plan(), JsonLimits.DEFAULTS);
        filter(plain, plainDisclosure, this::decideOnce);
    }

    private RecordVerdict[] decideOnce(RecordBatch batch) {
        RecordVerdict[] verdicts = plainDisclosure.decide(batch);
        for (RecordVerdict verdict : verdicts) {
            if (verdict.decisions().leaves()) {
                Arrays.fill(allShared, verdict);
            }
        }
        return verdicts;
    }

    private static DisclosureRequest request(String partner) {
        return new DisclosureRequest(
                partner, "marketing.communications.email", "customers", Instant.parse("2026-11-21T10:00:00Z"));
    }

    @Benchmark
    public long sluice() throws MalformedJsonException {
        return filter(plain, plainDisclosure);
    }

    @Benchmark
    public long sluiceWithPseudonyms() throws MalformedJsonException {
        return filter(pseudonyms, pseudonymsDisclosure);
    }

    /** The engine alone: every record is told the same, and nobody reads its facts. */
    @Benchmark
    public long sluiceWithoutDeciding() throws MalformedJsonException {
        return filter(undecided, plainDisclosure, batch -> Arrays.copyOf(allShared, batch.size()));
    }

    private long filter(JsonFilter filter, Disclosure disclosure) throws MalformedJsonException {
        return filter(filter, disclosure, disclosure::decide);
    }

    private long filter(JsonFilter filter, Disclosure disclosure, Function<RecordBatch, RecordVerdict[]> decide)
            throws MalformedJsonException {
        filter.start(Framing.DOCUMENT, disclosure.document(), disclosure.documentContext());
        long out = 0;
        for (int at = 0; at < page.length; at += CHUNK) {
            ByteBuffer chunk = ByteBuffer.wrap(page, at, Math.min(CHUNK, page.length - at));
            do {
                out += settle(filter, decide, filter.feed(chunk));
            } while (chunk.hasRemaining());
            if (filter.waiting().size() > 0) {
                filter.resume(decide.apply(filter.waiting()));
            }
        }
        return out + settle(filter, decide, filter.finish());
    }

    private static long settle(JsonFilter filter, Function<RecordBatch, RecordVerdict[]> decide, Progress reached)
            throws MalformedJsonException {
        Progress progress = reached;
        while (progress == Progress.NEED_DECISION) {
            progress = filter.resume(decide.apply(filter.waiting()));
        }
        long length = filter.outputLength();
        filter.clearOutput();
        return length;
    }

    @Benchmark
    public long jacksonParseAndGenerate() {
        Counting out = new Counting();
        try (JsonParser parser = jackson.createParser(ObjectReadContext.empty(), page);
                JsonGenerator generator = jackson.createGenerator(ObjectWriteContext.empty(), out)) {
            while (parser.nextToken() != null) {
                generator.copyCurrentEvent(parser);
            }
        }
        return out.count;
    }

    private static final class Counting extends java.io.OutputStream {
        private long count;

        @Override
        public void write(int b) {
            count++;
        }

        @Override
        public void write(byte[] b, int from, int length) {
            count += length;
        }
    }
}
