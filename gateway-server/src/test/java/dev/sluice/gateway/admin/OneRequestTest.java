package dev.sluice.gateway.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.embedded.EmbeddedChannel;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How long one request may take to arrive, to be worked on, and its answer to be taken. */
final class OneRequestTest {

    private final EmbeddedChannel channel = new EmbeddedChannel(new OneRequest(Duration.ofSeconds(10)));

    @AfterEach
    void close() {
        channel.finishAndReleaseAll();
    }

    private void passes(int seconds) {
        channel.advanceTimeBy(seconds, TimeUnit.SECONDS);
        channel.runPendingTasks();
    }

    @Test
    void closesAConnectionOnWhichNoRequestArrivesWhole() {
        // When
        passes(10);

        // Then
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void workMayTakeItsTime() {
        // Given
        channel.writeInbound("request");

        // When
        passes(3600);

        // Then
        assertThat(channel.isOpen()).isTrue();
    }

    @Test
    void closesAConnectionThatDoesNotTakeItsAnswer() {
        // Given
        channel.writeInbound("request");
        passes(3600);
        channel.writeOutbound("answer");

        // When
        passes(10);

        // Then
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void letsNoSecondRequestThrough() {
        // When
        channel.writeInbound("first", "second");

        // Then
        assertThat((String) channel.readInbound()).isEqualTo("first");
        assertThat((Object) channel.readInbound()).isNull();
    }
}
