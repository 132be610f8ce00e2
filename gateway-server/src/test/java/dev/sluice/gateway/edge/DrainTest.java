package dev.sluice.gateway.edge;

import static dev.sluice.gateway.edge.RunningGateway.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What is told at the drain's deadline to callers whose answer has not begun. */
final class DrainTest {

    @RegisterExtension
    private final ExchangeLines lines = new ExchangeLines();

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch over = new CountDownLatch(1);

    @TempDir
    private Path directory;

    private ScriptedUpstream shop;

    @BeforeEach
    void start() throws Exception {
        shop = new ScriptedUpstream((request, connection) -> {
            asked.countDown();
            over.await(60, TimeUnit.SECONDS);
        });
    }

    @AfterEach
    void stop() throws Exception {
        over.countDown();
        shop.close();
    }

    private void assertToldThatItStops(Caller.Answer answer) {
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.text()).contains("urn:sluice:problem:stopping");
        assertThat(answer.field("Connection")).isEqualTo("close");
        assertThat(lines.all()).singleElement().asString().contains("status=503 outcome=stopping cut=false shared=0");
    }

    @Test
    void tellsAPartnerWhoseShopNeverAnswers() throws Exception {
        // Given
        LiveGateway.bundle(directory.resolve("bundle"), true);
        try (LiveGateway gateway = LiveGateway.start(directory, shop.port());
                Caller partner = gateway.partner()) {
            partner.send("GET /customers.json HTTP/1.1\r\nHost: g\r\n" + LiveGateway.MAILWERK + "\r\n\r\n");
            assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();

            // When
            boolean clean = gateway.gateway().stop();

            // Then
            assertThat(clean).isFalse();
            assertToldThatItStops(partner.read("GET"));
            assertThat(partner.rest()).isEmpty();
        }
    }

    @Test
    void tellsAShopThatIsStillSending() throws Exception {
        // Given
        try (RunningGateway gateway = new RunningGateway(shop.port(), new OpenBook());
                Caller sender = gateway.shop()) {
            sender.send("POST /lists/news/members HTTP/1.1\r\nHost: g\r\n" + SHOP
                    + "\r\nContent-Type: application/json\r\nContent-Length: 900\r\n\r\n{\"customers\":[");
            LiveGateway.await(() -> gateway.underWay(1));

            // When
            boolean clean = gateway.gateway().stop();

            // Then
            assertThat(clean).isFalse();
            assertToldThatItStops(sender.read("POST"));
            assertThat(sender.rest()).isEmpty();
        }
    }

    @Test
    void doesNotWaitForAPartnerThatAsksNothing() throws Exception {
        // Given
        LiveGateway.bundle(directory.resolve("bundle"), true);
        try (LiveGateway gateway = LiveGateway.start(directory, shop.port());
                Caller resting = gateway.partner();
                Caller partner = gateway.partner()) {
            partner.send("GET /customers.json HTTP/1.1\r\nHost: g\r\n" + LiveGateway.MAILWERK + "\r\n\r\n");
            assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();

            // When
            gateway.gateway().stop();

            // Then
            assertThat(resting.rest()).isEmpty();
            assertToldThatItStops(partner.read("GET"));
        }
    }
}
