package dev.sluice.gateway.edge;

import static dev.sluice.gateway.edge.RunningGateway.MAILWERK;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.gateway.config.Limits;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
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

    @Test
    void aPartnerThatEndsItsSideOfTlsIsGone() throws Exception {
        // Given
        TestCertificates certificates = new TestCertificates(directory, "ip:127.0.0.1");
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch left = new CountDownLatch(1);
        try (ScriptedUpstream shop = new ScriptedUpstream((request, connection) -> {
                    asked.countDown();
                    left.await(10, TimeUnit.SECONDS);
                    connection.json(DOCUMENT);
                });
                RunningGateway gateway = new RunningGateway(
                        URI.create("http://127.0.0.1:" + shop.port()),
                        null,
                        certificates.files(),
                        new OpenBook(),
                        Limits.DEFAULTS)) {
            SSLSocket socket = (SSLSocket)
                    certificates.context().getSocketFactory().createSocket("127.0.0.1", gateway.partnersPort());
            try (Caller partner = new Caller(socket)) {
                partner.send("GET /customers.json HTTP/1.1\r\nHost: g\r\n" + MAILWERK + "\r\n\r\n");
                assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();

                // When
                socket.shutdownOutput();
                gateway.awaitOutcome("client-gone");
                left.countDown();

                // Then
                assertThat(partner.rest()).isEmpty();
                assertThat(gateway.metrics()).doesNotContain("outcome=\"ok\"");
            }
        }
    }
}
