package dev.sluice.gateway.edge;

import static dev.sluice.gateway.edge.RunningGateway.MAILWERK;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.PooledByteBufAllocator;
import io.netty.util.internal.PlatformDependent;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Long answers: as they come, compressed as the partner accepts, and held back while the partner does not read. */
final class StreamTest {

    private static final String RECORD = "{\"email\":\"somebody.or.other@x.example\",\"ok\":true}";
    private static final int RECORDS = 40_000;

    private ScriptedUpstream shop;
    private RunningGateway gateway;

    @BeforeEach
    void start() throws Exception {
        shop = new ScriptedUpstream((request, connection) -> stream(connection, RECORDS, new AtomicLong()));
        gateway = new RunningGateway(shop.port(), new OpenBook());
    }

    @AfterEach
    void stop() throws Exception {
        gateway.close();
        shop.close();
    }

    private static void stream(ScriptedUpstream.Connection connection, int records, AtomicLong sent)
            throws IOException {
        connection.send("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n");
        chunk(connection, "{\"customers\":[" + RECORD);
        byte[] more = ("," + RECORD).repeat(100).getBytes(StandardCharsets.UTF_8);
        for (int k = 0; k < records / 100; k++) {
            connection.send(Integer.toHexString(more.length) + "\r\n");
            connection.send(more);
            connection.send("\r\n");
            sent.addAndGet(more.length);
        }
        chunk(connection, "]}");
        connection.send("0\r\n\r\n");
    }

    private static void chunk(ScriptedUpstream.Connection connection, String text) throws IOException {
        connection.send(Integer.toHexString(text.length()) + "\r\n" + text + "\r\n");
    }

    @Test
    void streamsWhatIsLong() throws Exception {
        // When
        Caller.Answer answer;
        try (Caller partner = gateway.partner()) {
            answer = partner.get("/customers.json", MAILWERK);
        }

        // Then
        assertThat(answer.field("Transfer-Encoding")).isEqualTo("chunked");
        assertThat(answer.text().split("somebody", -1)).hasSize(RECORDS + 2);
        assertThat(answer.text()).endsWith("]}");
    }

    @Test
    void compressesAsThePartnerAccepts() throws Exception {
        // When
        Caller.Answer answer;
        try (Caller partner = gateway.partner()) {
            answer = partner.get("/customers.json", MAILWERK, "Accept-Encoding: br, gzip;q=0.5");
        }

        // Then
        assertThat(answer.field("Content-Encoding")).isEqualTo("gzip");
        String text = new String(
                new GZIPInputStream(new ByteArrayInputStream(answer.body())).readAllBytes(), StandardCharsets.UTF_8);
        assertThat(text.split("somebody", -1)).hasSize(RECORDS + 2);
        assertThat(answer.body().length).isLessThan(text.length() / 5);
    }

    @Test
    void compressesNothingForAPartnerThatRefusesIt() throws Exception {
        // When
        Caller.Answer answer;
        try (Caller partner = gateway.partner()) {
            answer = partner.get("/customers.json", MAILWERK, "Accept-Encoding: gzip;q=0, identity");
        }

        // Then
        assertThat(answer.has("Content-Encoding")).isFalse();
    }

    @Test
    void stopsReadingTheShopWhileThePartnerDoesNotRead() throws Exception {
        // Given
        AtomicLong sent = new AtomicLong();
        shop.script((request, connection) -> stream(connection, 4_000_000, sent));
        long before = PlatformDependent.usedDirectMemory()
                + PooledByteBufAllocator.DEFAULT.metric().usedHeapMemory();

        // When
        long first;
        long second;
        try (Caller partner = gateway.partner()) {
            partner.send("GET /customers.json HTTP/1.1\r\nHost: g\r\n" + MAILWERK + "\r\n\r\n");
            first = settled(sent);
            Thread.sleep(500);
            second = sent.get();
        }

        // Then
        long after = PlatformDependent.usedDirectMemory()
                + PooledByteBufAllocator.DEFAULT.metric().usedHeapMemory();
        assertThat(second).isEqualTo(first).isLessThan(64L << 20);
        assertThat(after - before).isLessThan(32L << 20);
    }

    /** The count once it has stood still for half a second. */
    private static long settled(AtomicLong count) throws InterruptedException {
        long last = -1;
        while (last != count.get()) {
            last = count.get();
            Thread.sleep(500);
        }
        return last;
    }

    @Test
    void givesTheShopUpWhenThePartnerLeaves() throws Exception {
        // Given
        AtomicLong sent = new AtomicLong();
        shop.script((request, connection) -> stream(connection, 4_000_000, sent));

        // When
        try (Caller partner = gateway.partner()) {
            partner.send("GET /customers.json HTTP/1.1\r\nHost: g\r\n" + MAILWERK + "\r\n\r\n");
            partner.read("HEAD");
        }
        long last = settled(sent);

        // Then
        assertThat(last).isLessThan(64L << 20);
        assertThat(gateway.metrics()).contains("outcome=\"client-gone\"");
    }
}
