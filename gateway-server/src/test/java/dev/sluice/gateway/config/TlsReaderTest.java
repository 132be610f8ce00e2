package dev.sluice.gateway.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.sluice.gateway.server.TlsContexts;
import dev.sluice.policy.diagnostic.InvalidBundleException;
import dev.sluice.policy.diagnostic.ProblemReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What TLS is spoken with: a file that is read without a problem is one that the gateway can shake hands with. */
final class TlsReaderTest {

    private static final Path TLS = Path.of("src/test/resources/tls");

    @TempDir
    private Path directory;

    @BeforeEach
    void copyFiles() throws IOException {
        try (Stream<Path> files = Files.list(TLS)) {
            for (Path file : files.toList()) {
                Files.copy(file, directory.resolve(file.getFileName()));
            }
        }
        Files.writeString(
                directory.resolve("both.pem"),
                Files.readString(TLS.resolve("ec.pem")) + Files.readString(TLS.resolve("ec.key")));
        Files.writeString(
                directory.resolve("spaced.pem"),
                Files.readString(directory.resolve("both.pem")).replace("-----\n", "----- \r\n"));
        Files.writeString(
                directory.resolve("chain.pem"),
                Files.readString(TLS.resolve("vouched.pem")) + Files.readString(TLS.resolve("rsa.pem")));
        Files.writeString(
                directory.resolve("reversed.pem"),
                Files.readString(TLS.resolve("rsa.pem")) + Files.readString(TLS.resolve("vouched.pem")));
        Files.writeString(
                directory.resolve("twice.pem"),
                Files.readString(TLS.resolve("rsa.pem")).repeat(2));
    }

    private Path write(String certificate, String key, String authorities) throws IOException {
        return Files.writeString(directory.resolve("gateway.yaml"), """
                format: 1
                bundle: bundle
                listeners:
                  partners:
                    bind: "127.0.0.1:8443"
                    tls:
                      certificate: %s
                      key: %s
                upstreams:
                  shop:
                    url: https://shop.example
                    ca: %s
                routes: []
                """.formatted(certificate, key, authorities));
    }

    @ParameterizedTest
    @CsvSource({
        "ec.pem, ec.key",
        "rsa.pem, rsa.key",
        "both.pem, both.pem",
        "spaced.pem, spaced.pem",
        "chain.pem, ec.key",
        "expired.pem, expired.key"
    })
    void whatIsTakenCanBeServedWith(String certificate, String key) throws Exception {
        // When
        ListenerConfig.TlsFiles tls = ConfigReader.read(write(certificate, key, certificate))
                .partners()
                .tls();

        // Then
        assertThat(TlsContexts.server(tls.certificate(), tls.key())).isNotNull();
        assertThat(TlsContexts.client(tls.certificate())).isNotNull();
    }

    @ParameterizedTest(name = "{0}, {1}, {2}")
    @CsvSource(delimiter = '|', textBlock = """
            ec.pem      | other.key        | ec.pem      | 8:12: wrong-value the key in `other.key` does not belong to the first certificate in `ec.pem` (expected: its private key)
            reversed.pem | ec.key          | ec.pem      | 7:20: wrong-value the certificates in `reversed.pem` do not follow each other (expected: each vouched for by the next, none twice)
            twice.pem   | rsa.key          | ec.pem      | 7:20: wrong-value the certificates in `twice.pem` do not follow each other (expected: each vouched for by the next, none twice)
            ec.pem      | rsa.key          | ec.pem      | 8:12: wrong-value the key in `rsa.key` does not belong to the first certificate in `ec.pem` (expected: its private key)
            ec.pem      | ec-sec1.key      | ec.pem      | 8:12: wrong-value `ec-sec1.key` holds an EC key as SEC1 (expected: an RSA or EC key as PKCS #8 in PEM, not encrypted)
            rsa.pem     | rsa-pkcs1.key    | ec.pem      | 8:12: wrong-value `rsa-pkcs1.key` holds an RSA key as PKCS #1 (expected: an RSA or EC key as PKCS #8 in PEM, not encrypted)
            ec.pem      | ec-encrypted.key | ec.pem      | 8:12: wrong-value `ec-encrypted.key` holds an encrypted key (expected: an RSA or EC key as PKCS #8 in PEM, not encrypted)
            ec.pem      | garbage.pem      | ec.pem      | 8:12: wrong-value `garbage.pem` holds no private key (expected: an RSA or EC key as PKCS #8 in PEM, not encrypted)
            ec.pem      | broken.key       | ec.pem      | 8:12: wrong-value `broken.key` holds a private key that cannot be decoded (expected: an RSA or EC key as PKCS #8 in PEM, not encrypted)
            ec.pem      | rsa.pem          | ec.pem      | 8:12: wrong-value `rsa.pem` holds a certificate and no private key (expected: an RSA or EC key as PKCS #8 in PEM, not encrypted)
            ec.key      | ec.key           | ec.pem      | 7:20: wrong-value `ec.key` holds a private key and no certificate (expected: X.509 certificates in PEM)
            garbage.pem | ec.key           | ec.pem      | 7:20: wrong-value `garbage.pem` holds no certificate (expected: X.509 certificates in PEM)
            broken.pem  | ec.key           | ec.pem      | 7:20: wrong-value `broken.pem` holds a certificate that cannot be decoded (expected: X.509 certificates in PEM)
            ec.pem      | ec.key           | garbage.pem | 12:9: wrong-value `garbage.pem` holds no certificate (expected: X.509 certificates in PEM)
            ec.pem      | ec.key           | broken.pem  | 12:9: wrong-value `broken.pem` holds a certificate that cannot be decoded (expected: X.509 certificates in PEM)
            """)
    void whatCannotBeServedWithIsRefusedAtItsPlace(String certificate, String key, String authorities, String told)
            throws Exception {
        // Given
        Path file = write(certificate, key, authorities);

        // When
        InvalidBundleException refused =
                catchThrowableOfType(InvalidBundleException.class, () -> ConfigReader.read(file));

        // Then
        String report = new ProblemReport(refused.problems(), refused.sources()).text();
        assertThat(refused.problems()).hasSize(1);
        assertThat(report).startsWith(file + ":" + told + "\n").doesNotContain("canary", "BEGIN", "Y2FuYXJ5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ec-sec1.key", "rsa-pkcs1.key", "ec-encrypted.key"})
    void aKeyInAnotherFormIsToldHowToConvert(String key) throws Exception {
        // Given
        Path file = write("ec.pem", key, "ec.pem");

        // When
        InvalidBundleException refused =
                catchThrowableOfType(InvalidBundleException.class, () -> ConfigReader.read(file));

        // Then
        assertThat(refused.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.help()).contains("openssl pkcs8 -topk8 -nocrypt"));
    }

    @ParameterizedTest
    @CsvSource({"expired, ended at 2020-01-1", "future, begins at 2999-01-01T"})
    void aCertificateOutOfDateIsAWarningOfFileAndDate(String name, String date) throws Exception {
        // When
        GatewayConfig config = ConfigReader.read(write(name + ".pem", name + ".key", "expired.pem"));

        // Then
        assertThat(config.warnings()).singleElement().satisfies(warning -> {
            assertThat(warning.code()).isEqualTo("certificate-out-of-date");
            assertThat(warning.location().line()).isEqualTo(7);
            assertThat(warning.message())
                    .startsWith("a certificate in `" + name + ".pem` " + date)
                    .endsWith("Z (expected: valid today)")
                    .doesNotContain("canary");
        });
    }

    @Test
    void whatIsInOrderIsNoWarning() throws Exception {
        assertThat(ConfigReader.read(write("ec.pem", "ec.key", "ec.pem")).warnings())
                .isEqualTo(List.of());
    }
}
