package dev.sluice.gateway.edge;

import static dev.sluice.gateway.edge.RunningGateway.MAILWERK;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.gateway.config.Limits;
import java.net.URI;
import java.nio.file.Path;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** TLS on both sides, with the name of the upstream verified. */
final class TlsTest {

    private static final String DOCUMENT = "{\"customers\":[{\"email\":\"a@x.example\",\"ok\":true}]}";

    @TempDir
    private Path directory;

    private Caller.Answer pull(String certifiedName) throws Exception {
        TestCertificates certificates = new TestCertificates(directory, certifiedName);
        try (ScriptedUpstream shop = new ScriptedUpstream(
                        (request, connection) -> connection.json(DOCUMENT),
                        certificates.context().getServerSocketFactory());
                RunningGateway gateway = new RunningGateway(
                        URI.create("https://127.0.0.1:" + shop.port()),
                        certificates.certificate(),
                        certificates.files(),
                        new OpenBook(),
                        Limits.DEFAULTS)) {
            SSLSocket socket = (SSLSocket)
                    certificates.context().getSocketFactory().createSocket("127.0.0.1", gateway.partnersPort());
            try (Caller partner = new Caller(socket)) {
                return partner.get("/customers.json", MAILWERK);
            }
        }
    }

    @Test
    void speaksTlsToPartnersAndToTheShop() throws Exception {
        // When
        Caller.Answer answer = pull("ip:127.0.0.1");

        // Then
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).isEqualTo("{\"customers\":[{\"email\":\"a@x.example\"}]}");
    }

    @Test
    void refusesAnUpstreamOfAnotherName() throws Exception {
        // When
        Caller.Answer answer = pull("dns:other.example");

        // Then
        assertThat(answer.status()).isEqualTo(502);
        assertThat(answer.text()).contains("upstream-unreachable");
    }
}
