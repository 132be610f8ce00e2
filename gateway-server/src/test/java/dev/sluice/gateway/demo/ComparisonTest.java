package dev.sluice.gateway.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.gateway.enforce.StreamEnforcer;
import dev.sluice.gateway.json.Framing;
import dev.sluice.gateway.json.JsonLimits;
import dev.sluice.gateway.json.MalformedJsonException;
import dev.sluice.policy.decision.DecisionPoint.DisclosureRequest;
import dev.sluice.policy.decision.Reason.Cause;
import dev.sluice.policy.diagnostic.InvalidBundleException;
import dev.sluice.policy.form.ThrowawayKeys;
import dev.sluice.policy.repository.BundleLoader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the demo says of a value is what became of it. */
final class ComparisonTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    private final JsonMapper mapper = new JsonMapper();

    private record Played(List<Fate> fates, JsonNode seen, JsonNode expected) {}

    static List<Scene> scenes() {
        return Scene.ALL;
    }

    private Played play(Scene scene) throws IOException, InvalidBundleException, MalformedJsonException {
        try (DemoFiles files = DemoFiles.unpack()) {
            DecisionTrace trace = new DecisionTrace(new BundleLoader(Clock.systemUTC())
                    .prepare(files.bundle(), new ThrowawayKeys())
                    .decisions()
                    .openDetailed(new DisclosureRequest(scene.partner(), scene.purpose(), scene.catalog(), NOW)));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            byte[] held = files.sample(scene.catalog());
            new StreamEnforcer(trace, JsonLimits.DEFAULTS)
                    .run(Framing.DOCUMENT, new ByteArrayInputStream(held), out, read -> {});
            JsonNode seen = mapper.readTree(out.toByteArray());
            byte[] expected =
                    Files.readAllBytes(files.bundle().resolve("expected").resolve(scene.expected()));
            return new Played(Comparison.of(trace, mapper.readTree(held), seen), seen, mapper.readTree(expected));
        }
    }

    @ParameterizedTest
    @MethodSource("scenes")
    void findsEveryValueThatThePartnerSees(Scene scene) throws Exception {
        Played played = play(scene);

        assertThat(played.fates().stream().filter(fate -> !fate.stays()).count())
                .isEqualTo(leaves(played.seen()));
    }

    @ParameterizedTest
    @MethodSource("scenes")
    void givesAReasonForEveryValue(Scene scene) throws Exception {
        Played played = play(scene);

        assertThat(played.fates()).allSatisfy(fate -> {
            boolean shared = fate.reason().cause() == Cause.SHARED;
            assertThat(shared).as(fate.path()).isEqualTo(!fate.stays());
        });
    }

    @ParameterizedTest
    @MethodSource("scenes")
    void meetsWhatTheExamplePromisesAndNothingLess(Scene scene) throws Exception {
        Played played = play(scene);

        assertThat(Expectation.met(played.expected(), played.seen())).isTrue();
        assertThat(Expectation.met(mapper.createObjectNode(), played.seen())).isFalse();
        assertThat(Expectation.met(played.expected(), null)).isFalse();
    }

    @Test
    void printsWithinAHundredColumns() throws Exception {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        SideBySide sideBySide = new SideBySide(out, new Colours(false));

        for (Scene scene : Scene.ALL) {
            sideBySide.print(scene.partnerName(), play(scene).fates());
        }

        assertThat(printed.toString(StandardCharsets.UTF_8).lines())
                .allMatch(line -> line.codePointCount(0, line.length()) <= 100)
                .anyMatch(line -> line.startsWith("note") && line.contains("not_shared"));
    }

    private static long leaves(JsonNode node) {
        if (!node.isContainer()) {
            return 1;
        }
        long count = 0;
        for (JsonNode child : node.values()) {
            count += leaves(child);
        }
        return count;
    }
}
