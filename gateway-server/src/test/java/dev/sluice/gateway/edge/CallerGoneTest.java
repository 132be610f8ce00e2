package dev.sluice.gateway.edge;

import static dev.sluice.gateway.edge.RunningGateway.MAILWERK;
import static dev.sluice.gateway.edge.RunningGateway.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A caller that closes, be it its sending side alone, is gone: nothing more is done for it, and it is counted as that. */
final class CallerGoneTest {

    private static final String REQUEST = "GET /customers.json HTTP/1.1\r\nHost: g\r\n" + MAILWERK + "\r\n\r\n";
    private static final String BODY = "{\"customers\":[{\"email\":\"a@x.example\",\"ok\":true}]}";

    @Test
    void aPartnerThatClosesItsSendingSideGetsNothing() throws Exception {
        // Given
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch left = new CountDownLatch(1);
        try (ScriptedUpstream shop = new ScriptedUpstream((request, connection) -> {
                    asked.countDown();
                    left.await(10, TimeUnit.SECONDS);
                    connection.json(BODY);
                });
                RunningGateway gateway = new RunningGateway(shop.port(), new OpenBook());
                Caller partner = gateway.partner()) {
            partner.send(REQUEST);
            assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();

            // When
            partner.socket().shutdownOutput();
            byte[] rest = partner.rest();
            left.countDown();

            // Then
            assertThat(rest).isEmpty();
            gateway.awaitOutcome("client-gone");
            assertThat(gateway.underWay(0)).isTrue();
            assertThat(gateway.metrics()).doesNotContain("outcome=\"shared\"");
        }
    }

    @Test
    void aShopThatClosesItsSendingSideIsToldNothing() throws Exception {
        // Given
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch left = new CountDownLatch(1);
        try (ScriptedUpstream partner = new ScriptedUpstream((request, connection) -> {
                    asked.countDown();
                    left.await(10, TimeUnit.SECONDS);
                    connection.json("{}");
                });
                RunningGateway gateway = new RunningGateway(partner.port(), new OpenBook());
                Caller shop = gateway.shop()) {
            shop.send("POST /lists/news/members HTTP/1.1\r\nHost: g\r\n" + SHOP
                    + "\r\nContent-Type: application/json\r\nContent-Length: " + BODY.length() + "\r\n\r\n" + BODY);
            assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();

            // When
            shop.socket().shutdownOutput();
            byte[] rest = shop.rest();
            left.countDown();

            // Then
            assertThat(rest).isEmpty();
            gateway.awaitOutcome("client-gone");
            // What was sent counts as sent.
            LiveGateway.await(() -> gateway.metrics()
                    .contains("sluice_records_total{outcome=\"shared\",partner=\"mailwerk\",route=\"members\"} 1.0"));
        }
    }

    @Test
    void nothingIsAskedForAPartnerThatLeftBeforeTheShopTookTheConnection() throws Exception {
        // Given
        try (ServerSocket busy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                RunningGateway gateway = new RunningGateway(busy.getLocalPort(), new OpenBook())) {
            List<Socket> before = occupied(busy);
            int taken = before.size();
            try (Caller partner = gateway.partner()) {
                partner.send(REQUEST);
                LiveGateway.await(() -> gateway.underWay(1));

                // When
                partner.socket().close();
                gateway.awaitOutcome("client-gone");
            }

            // Then
            assertThat(gateway.metrics()).doesNotContain("outcome=\"upstream-unreachable\"");
            assertThat(heardBy(busy, taken)).isEmpty();
            for (Socket socket : before) {
                socket.close();
            }
        }
    }

    /** Connections that fill the queue of a socket that accepts none: whoever comes next waits. */
    private static List<Socket> occupied(ServerSocket busy) throws IOException {
        List<Socket> taken = new ArrayList<>();
        for (int k = 0; k < 16; k++) {
            Socket next = new Socket();
            try {
                next.connect(busy.getLocalSocketAddress(), 300);
                taken.add(next);
            } catch (SocketTimeoutException e) {
                next.close();
                return taken;
            }
        }
        throw new IOException("the queue has no end");
    }

    /** What is said on the connections that were not there before, in the time that a waiting one needs to be made. */
    private static String heardBy(ServerSocket busy, int before) throws IOException {
        StringBuilder heard = new StringBuilder();
        busy.setSoTimeout(1500);
        for (int k = 0; ; k++) {
            try (Socket socket = busy.accept()) {
                if (k >= before) {
                    heard.append(new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1));
                }
            } catch (SocketTimeoutException e) {
                return heard.toString();
            }
        }
    }
}
