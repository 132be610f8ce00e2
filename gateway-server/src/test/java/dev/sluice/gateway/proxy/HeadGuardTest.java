package dev.sluice.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.gateway.failure.Failure;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How long the guard waits for a head, for the rest of a body, and for the next request. */
final class HeadGuardTest {

    private static final Duration SHORT = Duration.ofMillis(20);
    private static final Duration LONG = Duration.ofMinutes(5);

    private EmbeddedChannel channel = new EmbeddedChannel();

    private void waiting(Duration head, Duration body) {
        channel = new EmbeddedChannel(new HeadGuard(new HeadGuard.Patience(head, LONG, body)));
    }

    private void arrives(String text) {
        channel.writeInbound(Unpooled.copiedBuffer(text, StandardCharsets.US_ASCII));
        channel.releaseInbound();
    }

    private void shortTimePasses() throws InterruptedException {
        Thread.sleep(SHORT.toMillis() * 3);
        channel.advanceTimeBy(1, TimeUnit.HOURS);
        channel.runScheduledPendingTasks();
    }

    @AfterEach
    void close() {
        channel.finishAndReleaseAll();
    }

    @Test
    void refusesAHeadThatDoesNotArriveInTime() throws Exception {
        // Given
        waiting(SHORT, LONG);
        arrives("GET /customers.json HT");

        // When
        shortTimePasses();

        // Then
        assertThat((Object) channel.readInbound())
                .isInstanceOfSatisfying(
                        RefusedRequest.class,
                        refused -> assertThat(refused.failure()).isEqualTo(Failure.REQUEST_TIMEOUT));
    }

    @Test
    void refusesABodyThatStopsArriving() throws Exception {
        // Given
        waiting(LONG, SHORT);
        arrives("POST /lists/news/members HTTP/1.1\r\nHost: g\r\nContent-Length: 9\r\n\r\n{\"cust");

        // When
        shortTimePasses();

        // Then
        assertThat((Object) channel.readInbound())
                .isInstanceOfSatisfying(
                        RefusedRequest.class,
                        refused -> assertThat(refused.failure()).isEqualTo(Failure.REQUEST_TIMEOUT));
    }

    @Test
    void closesAConnectionOnWhichNothingEverArrives() throws Exception {
        // Given
        waiting(SHORT, LONG);

        // When
        shortTimePasses();

        // Then
        assertThat((Object) channel.readInbound()).isNull();
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void anEmptyLineBeforeARequestIsNoPartOfIt() {
        // Given
        waiting(LONG, LONG);
        List<String> read = new ArrayList<>();

        // When
        for (String piece : List.of("\r", "\n", "GE", "T / HTTP/1.1\r\nHost: g\r\n\r\n")) {
            channel.writeInbound(Unpooled.copiedBuffer(piece, StandardCharsets.US_ASCII));
            ByteBuf passed = channel.readInbound();
            if (passed != null) {
                read.add(passed.toString(StandardCharsets.US_ASCII));
                passed.release();
            }
        }

        // Then
        assertThat(read).containsExactly("GE", "T / HTTP/1.1\r\nHost: g\r\n\r\n");
    }

    @Test
    void anEmptyLineGainsNoTime() throws Exception {
        // Given
        waiting(SHORT, LONG);
        arrives("\r\n");

        // When
        shortTimePasses();

        // Then
        assertThat(channel.isOpen()).isFalse();
    }
}
