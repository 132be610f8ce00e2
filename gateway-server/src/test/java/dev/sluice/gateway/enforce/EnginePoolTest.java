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
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Engines are used again, and what waits idle is bounded however many plans and exchanges there are. */
final class EnginePoolTest {

    private static final BodyPlan.Filter JSON =
            new BodyPlan.Filter("application/json", Framing.DOCUMENT, ContentCoding.IDENTITY);

    private static DecisionPoint decisions;

    private final EnginePool pool =
            new EnginePool(JsonLimits.DEFAULTS, InflationLimits.ofSize(1 << 20), new Drift(), new BodyMemory(1 << 30));

    @BeforeAll
    static void loadTheExample() throws Exception {
        decisions = new BundleLoader(Clock.systemUTC())
                .prepare(Path.of("../docs/examples/shop"), new ThrowawayKeys())
                .decisions();
    }

    private BodyEnforcer open(String catalog) {
        return pool.open(
                decisions.open(new DisclosureRequest(
                        "mailwerk", "marketing.communications.email", catalog, Instant.parse("2026-11-21T10:00:00Z"))),
                JSON,
                "route");
    }

    private List<BodyEnforcer> opened(int count, String catalog) {
        List<BodyEnforcer> enforcers = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            enforcers.add(open(catalog));
        }
        return enforcers;
    }

    private static void end(BodyEnforcer enforcer, String body) throws Exception {
        enforcer.feed(ByteBuffer.wrap(body.getBytes(StandardCharsets.UTF_8)));
        BodyEnforcer.Step step = enforcer.finish();
        while (step == BodyEnforcer.Step.DECISION) {
            step = enforcer.decide();
        }
        enforcer.close();
    }

    @Test
    void anEngineThatCameToItsEndServesTheNextBody() throws Exception {
        // Given
        end(open("shopify-customers"), "{}");
        assertThat(pool.idle()).isOne();

        // When
        BodyEnforcer next = open("shopify-customers");

        // Then
        assertThat(pool.idle()).isZero();
        next.close();
    }

    @Test
    void anEngineThatWasLeftInTheMiddleIsNotUsedAgain() {
        // Given
        BodyEnforcer enforcer = open("shopify-customers");

        // When
        enforcer.close();

        // Then
        assertThat(pool.idle()).isZero();
    }

    @Test
    void noMoreWaitThanTheBound() throws Exception {
        // Given
        List<BodyEnforcer> many = opened(EnginePool.MOST_IDLE + 8, "shopify-customers");

        // When
        for (BodyEnforcer enforcer : many) {
            end(enforcer, "{}");
        }

        // Then
        assertThat(pool.idle()).isEqualTo(EnginePool.MOST_IDLE);
    }

    @Test
    void thePlanThatWasNotAskedForLatelyMakesRoom() throws Exception {
        // Given
        for (BodyEnforcer enforcer : opened(EnginePool.MOST_IDLE, "shopify-customers")) {
            end(enforcer, "{}");
        }
        end(open("shopify-orders"), "{}");

        // When
        BodyEnforcer next = open("shopify-orders");

        // Then
        assertThat(pool.idle()).isEqualTo(EnginePool.MOST_IDLE - 1);
        next.close();
    }
}
