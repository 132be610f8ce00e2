package dev.sluice.gateway.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo's certificate is one that clients believe, for loopback alone and for a day. */
final class LoopbackCertificateTest {

    @TempDir
    private Path directory;

    @Test
    void isBelievedByAClientThatTrustsIt() throws Exception {
        LoopbackCertificate certificate = LoopbackCertificate.make(Instant.now());
        byte[] document = "[1]".getBytes(StandardCharsets.UTF_8);
        try (LoopbackServer shop = LoopbackServer.start(certificate.context(), Map.of("/a", document))) {
            HttpClient client =
                    HttpClient.newBuilder().sslContext(certificate.context()).build();

            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(URI.create(shop.url() + "/a")).build(),
                    HttpResponse.BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo("[1]");
        }
    }

    @Test
    void writesPemFilesThatBelongTogether() throws Exception {
        Instant now = Instant.now();
        Path certificateFile = directory.resolve("cert.pem");
        Path keyFile = directory.resolve("key.pem");

        LoopbackCertificate.make(now).write(certificateFile, keyFile);

        X509Certificate certificate;
        try (var in = Files.newInputStream(certificateFile)) {
            certificate =
                    (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
        }
        certificate.verify(certificate.getPublicKey());
        certificate.checkValidity(Date.from(now.plusSeconds(3600)));
        assertThat(certificate.getSubjectAlternativeNames()).hasSize(2);
        String pem = Files.readString(keyFile).replaceAll("-----[A-Z ]+-----|\\s", "");
        PrivateKey key = KeyFactory.getInstance("EC")
                .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(pem)));
        assertThat(key.getAlgorithm()).isEqualTo("EC");
    }
}
