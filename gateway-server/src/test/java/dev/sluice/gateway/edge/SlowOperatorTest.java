package dev.sluice.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.gateway.admin.AdminAnswer;
import dev.sluice.gateway.admin.AdminApi;
import dev.sluice.gateway.admin.AdminEndpoint;
import dev.sluice.gateway.admin.AdminRequest;
import dev.sluice.gateway.drift.Drift;
import dev.sluice.gateway.partner.ApiKeyDigest;
import dev.sluice.gateway.server.Operators;
import dev.sluice.gateway.server.ProbesHandler;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** On the listeners of operators a request that drips has as long as one that says nothing; what runs takes its time. */
final class SlowOperatorTest {

    private static final String TOKEN = "token-of-the-operators";
    private static final String REQUEST =
            "GET /slow HTTP/1.1\r\nHost: g\r\nAuthorization: Bearer " + TOKEN + "\r\n\r\n";

    private final CountDownLatch running = new CountDownLatch(1);
    private final CountDownLatch mayEnd = new CountDownLatch(1);
    private final AdminApi api = new AdminApi(ApiKeyDigest.of(TOKEN), List.of(new Slow()));
    private final EmbeddedChannel channel = new EmbeddedChannel();

    /** Runs until it is told to end. */
    private final class Slow implements AdminEndpoint {

        @Override
        public String method() {
            return "GET";
        }

        @Override
        public String path() {
            return "/slow";
        }

        @Override
        public AdminAnswer answer(AdminRequest request) {
            running.countDown();
            try {
                mayEnd.await(20, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return AdminAnswer.ok(List.of());
        }
    }

    @AfterEach
    void close() throws Exception {
        mayEnd.countDown();
        if (running.getCount() == 0) {
            LiveGateway.await(() -> !channel.isOpen());
        }
        channel.finishAndReleaseAll();
        api.close();
    }

    private void serve(String listener) {
        if (listener.equals("admin")) {
            api.install(channel);
        } else {
            ProbesHandler.install(channel, () -> true, new Operators(() -> "", () -> "", new Drift(), null));
        }
    }

    private void arrives(String text) {
        channel.writeInbound(Unpooled.copiedBuffer(text, StandardCharsets.US_ASCII));
    }

    private void passes(int seconds) {
        channel.advanceTimeBy(seconds, TimeUnit.SECONDS);
        channel.runPendingTasks();
    }

    @ParameterizedTest
    @ValueSource(strings = {"admin", "probes"})
    void closesAConnectionOnWhichARequestDrips(String listener) {
        // Given
        serve(listener);

        // When
        int seconds = 0;
        while (channel.isOpen() && seconds < 60) {
            arrives(seconds == 0 ? "GET /healthz HTTP/1.1\r\nHost: g\r\nA: " : "x");
            passes(1);
            seconds++;
        }

        // Then
        assertThat(seconds).isEqualTo(10);
        assertThat((Object) channel.readOutbound()).isNull();
    }

    @Test
    void waitsForWhatRuns() throws Exception {
        // Given
        serve("admin");
        arrives(REQUEST);
        assertThat(running.await(10, TimeUnit.SECONDS)).isTrue();

        // When
        passes(3600);

        // Then
        assertThat(channel.isOpen()).isTrue();
    }

    @Test
    void runsNoSecondRequestOfAConnection() throws Exception {
        // Given
        serve("admin");
        arrives(REQUEST);
        assertThat(running.await(10, TimeUnit.SECONDS)).isTrue();

        // When
        arrives(REQUEST.replace("/slow", "/nothing"));
        channel.runPendingTasks();

        // Then
        assertThat((Object) channel.readOutbound()).isNull();
    }
}
