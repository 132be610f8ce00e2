package dev.sluice.gateway.enforce;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.gateway.drift.Drift;
import dev.sluice.gateway.json.Framing;
import dev.sluice.gateway.json.JsonLimits;
import dev.sluice.policy.decision.DecisionPoint;
import dev.sluice.policy.decision.DecisionPoint.DisclosureRequest;
import dev.sluice.policy.form.ThrowawayKeys;
import dev.sluice.policy.repository.BundleLoader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One catalog has a list of customers and a customer alone: only the one alone is absent where it is withheld. */
final class AbsenceTest {

    private static DecisionPoint decisions;

    @BeforeAll
    static void loadTheExample() throws Exception {
        decisions = new BundleLoader(Clock.systemUTC())
                .prepare(Path.of("../docs/examples/shop"), new ThrowawayKeys())
                .decisions();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{'customer':{'id':7,'email':'a@x.example'}}|true",
                "{'customer':{'id':7,'email':'a@x.example'}}#{'customer':{'id':8}}#|true",
                "|true",
                "{'customer':{'id':7,'email':'a@x.example'}}#{'customers':[]}|false",
            })
    void linesOfWhichNothingLeavesAreAbsent(String lines, boolean absent) throws Exception {
        assertThat(absent(lines == null ? "" : lines.replace('#', '\n'), "application/x-ndjson", Framing.LINES))
                .isEqualTo(absent);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{'customer':{'id':7,'email':'a@x.example'}}|true",
                "{'customer':{'id':7,'email':'a@x.example'},'customers':[]}|true",
                "{'customers':[{'id':7,'email':'a@x.example'}]}|false",
                "{'customers':[]}|false",
                "[{'id':7,'email':'a@x.example'}]|false",
            })
    void aWithheldCustomerAloneIsAbsent(String body, boolean absent) throws Exception {
        assertThat(absent(body, "application/json", Framing.DOCUMENT)).isEqualTo(absent);
    }

    private static boolean absent(String body, String mediaType, Framing framing) throws Exception {
        DisclosureRequest request = new DisclosureRequest(
                "mailwerk",
                "marketing.communications.email",
                "shopify-customers",
                Instant.parse("2026-11-21T10:00:00Z"));
        EnginePool pool = new EnginePool(
                JsonLimits.DEFAULTS, InflationLimits.ofSize(1 << 20), new Drift(), new BodyMemory(1 << 30));
        BodyPlan.Filter plan = new BodyPlan.Filter(mediaType, framing, ContentCoding.IDENTITY);
        try (BodyEnforcer enforcer = pool.open(decisions.open(request), plan, "route")) {
            enforcer.feed(ByteBuffer.wrap(body.replace('\'', '"').getBytes(StandardCharsets.UTF_8)));
            BodyEnforcer.Step step = enforcer.finish();
            while (step == BodyEnforcer.Step.DECISION) {
                step = enforcer.decide();
            }

            assertThat(step).isEqualTo(BodyEnforcer.Step.COMPLETE);
            return enforcer.absent();
        }
    }
}
