package dev.sluice.gateway.edge;

import static dev.sluice.gateway.edge.RunningGateway.MAILWERK;
import static dev.sluice.gateway.edge.RunningGateway.SHOP;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.gateway.config.Limits;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Upstreams that take a connection and do not finish TLS on it: nothing was asked of them, and nothing reached them. */
final class UpstreamHandshakeTest {

    /** What takes the connection. */
    private enum Peer {
        SILENT("timeout") {
            @Override
            void meet(Socket socket) throws IOException {
                socket.getInputStream().transferTo(java.io.OutputStream.nullOutputStream());
            }
        },
        CLOSES_AT_ONCE("tls") {
            @Override
            void meet(Socket socket) {
                // Whoever returns closes.
            }
        },
        CLOSES_AT_THE_HELLO("tls") {
            @Override
            void meet(Socket socket) throws IOException {
                socket.getInputStream().read(new byte[4096]);
            }
        },
        SPEAKS_PLAIN_TEXT("tls") {
            @Override
            void meet(Socket socket) throws IOException {
                socket.getInputStream().read(new byte[4096]);
                socket.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(UTF_8));
            }
        };

        private final String why;

        Peer(String why) {
            this.why = why;
        }

        abstract void meet(Socket socket) throws IOException;
    }

    private static final String RECORD = "{\"email\":\"a@x.example\",\"ok\":true}";

    @RegisterExtension
    private final ExchangeLines lines = new ExchangeLines();

    @TempDir
    private Path directory;

    private ServerSocket server;
    private RunningGateway gateway;
    private volatile Peer peer = Peer.SILENT;

    @BeforeEach
    void start() throws Exception {
        server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        Thread acceptor = new Thread(this::accept, "unfinished-tls");
        acceptor.setDaemon(true);
        acceptor.start();
        gateway = new RunningGateway(
                URI.create("https://127.0.0.1:" + server.getLocalPort()),
                new TestCertificates(directory, "ip:127.0.0.1").certificate(),
                null,
                new OpenBook(),
                Limits.DEFAULTS);
    }

    private void accept() {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                peer.meet(socket);
            } catch (IOException e) {
                // The gateway gave it up, or the test is over.
            }
        }
    }

    @AfterEach
    void stop() throws Exception {
        gateway.close();
        server.close();
    }

    @ParameterizedTest
    @EnumSource
    void isNotReachedByAPull(Peer that) throws Exception {
        // Given
        peer = that;

        // When
        Caller.Answer answer;
        try (Caller partner = gateway.partner()) {
            answer = partner.get("/customers.json", MAILWERK);
        }

        // Then
        assertThat(answer.status()).isEqualTo(502);
        assertThat(answer.text()).contains("urn:sluice:problem:upstream-unreachable");
        assertThat(gateway.metrics()).contains("outcome=\"upstream-unreachable\"");
    }

    @ParameterizedTest
    @EnumSource
    void isNotReachedByAPushOfWhichNothingIsCounted(Peer that) throws Exception {
        // Given
        peer = that;

        // When
        Caller.Answer answer = push("{\"customers\":[" + RECORD + "," + RECORD + "]}");

        // Then
        assertNothingArrived(answer);
    }

    @ParameterizedTest
    @EnumSource
    void isNotReachedByAPushThatIsStillComing(Peer that) throws Exception {
        // Given
        peer = that;

        // When
        Caller.Answer answer = push("{\"customers\":[" + (RECORD + ",").repeat(5_000) + RECORD + "]}");

        // Then
        assertNothingArrived(answer);
    }

    private Caller.Answer push(String body) throws Exception {
        try (Caller shop = gateway.shop()) {
            return shop.ask("POST", "/lists/news/members", body, SHOP, "Content-Type: application/json");
        }
    }

    private void assertNothingArrived(Caller.Answer answer) {
        assertThat(answer.status()).isEqualTo(502);
        assertThat(answer.text()).contains("urn:sluice:problem:upstream-unreachable");
        assertThat(gateway.metrics()).doesNotContain("outcome=\"shared\"", "sluice_fields_total{");
        assertThat(lines.all())
                .singleElement()
                .asString()
                .contains("outcome=upstream-unreachable", "shared=0 withheld=0")
                .endsWith(" why=" + peer.why);
    }
}
