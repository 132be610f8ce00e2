package dev.sluice.gateway.json;

import dev.sluice.gateway.enforce.Rulebook;
import dev.sluice.gateway.partner.Partner;
import dev.sluice.gateway.partner.PartnerRegistry;
import dev.sluice.gateway.shadow.Candidate;
import dev.sluice.gateway.shadow.Shadow;
import dev.sluice.policy.decision.DecisionPoint.DisclosureRequest;
import dev.sluice.policy.decision.Disclosure;
import dev.sluice.policy.diagnostic.InvalidBundleException;
import dev.sluice.policy.form.ThrowawayKeys;
import dev.sluice.policy.repository.BundleLoader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
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

/**
 * What a candidate beside the live bundle costs: the engine with the whole decision, alone, beside the same bundle, and
 * beside one that decides otherwise. An operation is one page of about 1 MiB.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {"-XX:+UseSerialGC", "-Xmx1g"})
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
public class ShadowBenchmark {

    /** What stands beside the live bundle. */
    public enum Beside {
        NOTHING,
        THE_SAME,
        ANOTHER
    }

    private static final int PAGE = 1024 * 1024;
    private static final int CHUNK = 16 * 1024;

    @Param
    private Beside beside;

    @Param({"REGULAR", "VARIED"})
    private Customers.Kind kind;

    private byte[] page;
    private JsonFilter filter;
    private Shadow shadow;

    @Setup
    public void load() throws IOException, InvalidBundleException {
        page = Customers.page(kind, PAGE);
        String yaml;
        try (InputStream bundle = ShadowBenchmark.class.getResourceAsStream("/bench/bundle.yaml")) {
            yaml = new String(bundle.readAllBytes(), StandardCharsets.UTF_8);
        }
        Rulebook live = rulebook(yaml);
        shadow = new Shadow(() -> live, InstantSource.system());
        if (beside != Beside.NOTHING) {
            String other = beside == Beside.THE_SAME ? yaml : yaml.replace("at_least: majority", "at_least: 40");
            shadow.place(new Candidate(rulebook(other), "bench", Instant.now()));
        }
        filter = new JsonFilter(disclosure().plan(), JsonLimits.DEFAULTS);
    }

    private static Rulebook rulebook(String yaml) throws IOException, InvalidBundleException {
        Path directory = Files.createTempDirectory("bench");
        Files.writeString(directory.resolve("bundle.yaml"), yaml);
        var ready = new BundleLoader(Clock.systemUTC()).prepare(directory, new ThrowawayKeys());
        return new Rulebook(
                ready.decisions(), new PartnerRegistry(List.of(new Partner("plain", true, List.of(), List.of()))));
    }

    private Disclosure disclosure() {
        return shadow.get()
                .decisions()
                .open(new DisclosureRequest(
                        "plain", "marketing.communications.email", "customers", Instant.parse("2026-11-21T10:00:00Z")));
    }

    @Benchmark
    public long filter() throws MalformedJsonException {
        Disclosure disclosure = disclosure();
        filter.start(Framing.DOCUMENT, disclosure.document(), disclosure.documentContext());
        long out = 0;
        for (int at = 0; at < page.length; at += CHUNK) {
            ByteBuffer chunk = ByteBuffer.wrap(page, at, Math.min(CHUNK, page.length - at));
            do {
                out += settle(disclosure, filter.feed(chunk));
            } while (chunk.hasRemaining());
            if (filter.waiting().size() > 0) {
                filter.resume(disclosure.decide(filter.waiting()));
            }
        }
        return out + settle(disclosure, filter.finish());
    }

    private long settle(Disclosure disclosure, Progress reached) throws MalformedJsonException {
        Progress progress = reached;
        while (progress == Progress.NEED_DECISION) {
            progress = filter.resume(disclosure.decide(filter.waiting()));
        }
        long length = filter.outputLength();
        filter.clearOutput();
        return length;
    }
}
