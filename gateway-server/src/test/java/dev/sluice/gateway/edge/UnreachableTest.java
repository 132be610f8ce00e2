package dev.sluice.gateway.edge;

import static dev.sluice.gateway.edge.RunningGateway.MAILWERK;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.gateway.config.Limits;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The line of an exchange says in one fixed word why the upstream was not reached. */
final class UnreachableTest {

    @RegisterExtension
    private final ExchangeLines lines = new ExchangeLines();

    @TempDir
    private Path directory;

    /** The line of one pull from this upstream. */
    private String lineOfAPull(String upstream, Path ca) throws Exception {
        try (RunningGateway gateway =
                        new RunningGateway(URI.create(upstream), ca, null, new OpenBook(), Limits.DEFAULTS);
                Caller partner = gateway.partner()) {
            assertThat(partner.get("/customers.json", MAILWERK).text()).contains("upstream-unreachable");
        }
        assertThat(lines.all()).hasSize(1);
        return lines.all().get(0);
    }

    private static int nobody() throws Exception {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private TestCertificates certificates(String directoryName, String name) throws Exception {
        return new TestCertificates(Files.createDirectory(directory.resolve(directoryName)), name);
    }

    private static ScriptedUpstream shop(TestCertificates shown) throws Exception {
        return new ScriptedUpstream(
                (request, connection) -> connection.json("{}"), shown.context().getServerSocketFactory());
    }

    @Test
    void nobodyListens() throws Exception {
        // When
        String line = lineOfAPull("http://127.0.0.1:" + nobody(), null);

        // Then
        assertThat(line).endsWith(" why=refused");
    }

    @Test
    void theNameHasNoAddress() throws Exception {
        // When
        String line = lineOfAPull("http://no-such-shop.invalid:80", null);

        // Then
        assertThat(line).endsWith(" why=unknown-host").doesNotContain("invalid");
    }

    @Test
    void theCertificateIsSomebodyElses() throws Exception {
        // Given
        TestCertificates shown = certificates("shown", "dns:other.example");
        try (ScriptedUpstream shop = shop(shown)) {
            // When
            String line = lineOfAPull("https://127.0.0.1:" + shop.port(), shown.certificate());

            // Then
            assertThat(line).endsWith(" why=name-mismatch").doesNotContain("other.example");
        }
    }

    @Test
    void nobodyThatIsTrustedVouchesForTheCertificate() throws Exception {
        // Given
        TestCertificates trusted = certificates("trusted", "ip:127.0.0.1");
        try (ScriptedUpstream shop = shop(certificates("shown", "ip:127.0.0.1"))) {
            // When
            String line = lineOfAPull("https://127.0.0.1:" + shop.port(), trusted.certificate());

            // Then
            assertThat(line).endsWith(" why=untrusted");
        }
    }

    @Test
    void nothingIsSaidWhereTheUpstreamWasReached() throws Exception {
        // Given
        try (ScriptedUpstream shop = new ScriptedUpstream((request, connection) -> connection.json("{}"));
                RunningGateway gateway = new RunningGateway(shop.port(), new OpenBook());
                Caller partner = gateway.partner()) {
            // When
            partner.get("/customers.json", MAILWERK);

            // Then
            assertThat(lines.all())
                    .singleElement()
                    .asString()
                    .contains("outcome=ok")
                    .doesNotContain("why=");
        }
    }

    @Test
    void connectingTakesTooLong() throws Exception {
        // Given
        try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Socket first = new Socket(full.getInetAddress(), full.getLocalPort());
                Socket second = new Socket(full.getInetAddress(), full.getLocalPort())) {
            assertThat(first.isConnected() && second.isConnected()).isTrue();

            // When
            String line = lineOfAPull("http://127.0.0.1:" + full.getLocalPort(), null);

            // Then
            assertThat(line).endsWith(" why=timeout");
        }
    }
}
