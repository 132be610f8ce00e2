package dev.sluice.gateway.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.sluice.policy.diagnostic.InvalidBundleException;
import dev.sluice.policy.diagnostic.ProblemReport;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ConfigReaderTest {

    private static final String GOOD = """
            format: 1
            bundle: bundle/
            listeners:
              partners:
                bind: "127.0.0.1:8443"
                public_url: "https://partners.shop.example"
                tls: off
              shop:
                bind: "[::1]:8444"
                tls: off
                recognised_by:
                  - api_key: { sha256_file: shop.sha256 }
              probes: { bind: "127.0.0.1:9902", tls: off }
            keys:
              pseudonym-2026: { file: key }
            limits: { connections: 10, exchanges: 5, body_in_flight: 64MiB, record: 2MiB, window: 128KiB }
            drain: { deadline: 3s }
            upstreams:
              shop:
                url: "https://shop.internal:8000/api"
                present: { header: X-Token, value: "Bearer ${file:token}" }
                connect: 500ms
                first_byte: 1m
            routes:
              - id: customers
                direction: pull
                partners: [mailwerk]
                methods: [GET, HEAD]
                path: "/admin/{version}/customers.json"
                upstream: shop
                catalog: shopify-customers
                query: { limit: as_is }
            """;

    @TempDir
    private Path directory;

    private Path write(String yaml) throws Exception {
        Files.writeString(directory.resolve("shop.sha256"), "ab".repeat(32) + "\n");
        Files.writeString(directory.resolve("two.sha256"), ("ab".repeat(32) + "  -\n").repeat(2));
        Files.writeString(directory.resolve("key"), "k".repeat(32));
        Files.writeString(directory.resolve("token"), "secret\n");
        return Files.writeString(directory.resolve("gateway.yaml"), yaml);
    }

    @Test
    void readsWhatIsSaid() throws Exception {
        // Given
        Path file = write(GOOD);

        // When
        GatewayConfig config = ConfigReader.read(file);

        // Then
        assertThat(config.bundle()).isEqualTo(directory.resolve("bundle"));
        assertThat(config.partners().port()).isEqualTo(8443);
        assertThat(config.shop()).satisfies(shop -> {
            assertThat(shop.listener().host()).isEqualTo("::1");
            assertThat(shop.apiKeys()).containsExactly("ab".repeat(32));
        });
        assertThat(config.keys().ids()).containsOnly("pseudonym-2026");
        assertThat(config.limits())
                .isEqualTo(new Limits(10, 5, 64 << 20, 2 << 20, 128 << 10, Limits.DEFAULTS.inflated()));
        assertThat(config.drain()).isEqualTo(Duration.ofSeconds(3));
        UpstreamConfig shop = config.upstreams().get("shop");
        assertThat(shop.present()).isEqualTo(new UpstreamConfig.Presented("X-Token", "Bearer secret"));
        assertThat(shop.connect()).isEqualTo(Duration.ofMillis(500));
        assertThat(config.routes()).hasSize(1);
        assertThat(config.toString() + shop).doesNotContain("secret");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "format: 1 | format: 2 | wrong-value",
                "bundle: bundle/ | bundel: bundle/ | unknown-key",
                "    tls: off\\n  shop | \\n  shop | missing-key",
                "127.0.0.1:8443 | nowhere | wrong-value",
                "127.0.0.1:9902 | 127.0.0.1:8443 | address-taken-twice",
                "shop.sha256 | nothing.sha256 | unreadable-file",
                "shop.sha256 | token | wrong-value",
                "{ file: key } | { file: token } | wrong-value",
                "${file:token} | ${file:none} | unreadable-file",
                "X-Token | Content-Length | wrong-value",
                "https://shop | ftp://shop | wrong-value",
                "500ms | soon | wrong-value",
                "2MiB | 2 | wrong-type",
                "shop.internal:8000 | shop.internal:0 | wrong-value",
                "shop.internal:8000 | shop.internal:99999 | wrong-value",
                "${file:token} | ${env:HOME} | wrong-value",
                "${file:token} | ${file:token | wrong-value",
                "${file:token} | ${file:} | wrong-value",
                "${file:token} | ${file:token}${ | wrong-value",
                "${file:token} | ${file:${file:token} | wrong-value",
                "shop.sha256 | two.sha256 | wrong-value",
                "upstream: shop | upstream: shpo | unknown-upstream",
                "GET, HEAD | GET, POST | wrong-value",
                "direction: pull | direction: both | wrong-value",
                "direction: pull | direction: pull\u2028 | misleading-character",
                "limit: as_is | limit: sealed | wrong-value",
                "catalog: shopify-customers | catalog: c\\n    compression: maybe | wrong-value",
                "drain: | stores: {}\\ndrain: | unknown-key",
                "id: customers | id: Customers | wrong-value",
            })
    void findsWhatIsWrong(String good, String bad, String code) throws Exception {
        // Given
        String before = good.replace("\\n", "\n");
        assertThat(GOOD).contains(before);
        Path file = write(GOOD.replace(before, bad.replace("\\n", "\n")));

        // When
        InvalidBundleException refused =
                catchThrowableOfType(InvalidBundleException.class, () -> ConfigReader.read(file));

        // Then
        assertThat(refused.problems()).anySatisfy(problem -> {
            assertThat(problem.code()).isEqualTo(code);
            assertThat(problem.message()).doesNotContain("secret");
            assertThat(problem.location().line()).isPositive();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"shpat_canary\\u200b", "shpat_canary\\r\\n", "${env:canary}", "${file:canary"})
    void neverPrintsACredential(String value) throws Exception {
        // Given
        String present = "present: { header: X-Token, value: \"Bearer ${file:token}\" }";
        String block = "present:\n      header: X-Token\n      value: \"" + value + "\"";
        assertThat(GOOD).contains(present);

        // When
        String report = report(GOOD.replace(present, block));

        // Then
        assertThat(report).contains("gateway.yaml:23:14: wrong-value ").doesNotContain("canary");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "present:\n      header: X-Token\n      value:\n        \"canary\\u200b\"",
                "present:\n      header: X-Token\n      value: >\n        canary\u00e9",
                "present:\n      header: X-Token\n      value: \"canary",
                "present: { header: \"Bearer canary\", value: X-Token }",
                "present: { header: \"canary\\u200b\", value: X-Token }",
            })
    void neverPrintsACredentialHoweverItIsWritten(String present) throws Exception {
        // When
        String report = report(GOOD.replace("present: { header: X-Token, value: \"Bearer ${file:token}\" }", present));

        // Then
        assertThat(report).contains("gateway.yaml:").doesNotContain("canary");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://me:canary@shop.internal", "https://me:canary\\u200b@shop.internal"})
    void neverPrintsAUrlWithAPassword(String url) throws Exception {
        // When
        String report = report(GOOD.replace("https://shop.internal:8000/api", url));

        // Then
        assertThat(report).contains("`url` is not an address").doesNotContain("canary");
    }

    private String report(String yaml) throws Exception {
        Path file = write(yaml);
        InvalidBundleException refused =
                catchThrowableOfType(InvalidBundleException.class, () -> ConfigReader.read(file));
        return new ProblemReport(refused.problems(), refused.sources()).text();
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s  -\n", "%s *shop.key\n", "%s\r\n", " %s "})
    void takesADigestAsTheCommandWritesIt(String line) throws Exception {
        // Given
        Path file = write(GOOD);
        Files.writeString(directory.resolve("shop.sha256"), line.formatted("cd".repeat(32)));

        // When
        GatewayConfig config = ConfigReader.read(file);

        // Then
        assertThat(config.shop()).satisfies(shop -> assertThat(shop.apiKeys()).containsExactly("cd".repeat(32)));
    }

    @Test
    void tellsAFileThatIsMissingFromOneThatIsNone() throws Exception {
        // Given
        Files.createDirectory(directory.resolve("folder"));

        // When
        String missing = report(GOOD.replace("shop.sha256", "nothing.sha256"));
        String folder = report(GOOD.replace("shop.sha256", "folder"));

        // Then
        assertThat(missing)
                .contains("cannot read the file `nothing.sha256`: there is no such file\n")
                .contains("help: paths are relative");
        assertThat(folder)
                .contains("`folder` is a directory (expected: a file)\n")
                .doesNotContain("help");
    }

    @Test
    void saysThatPermissionsAreTheReason() {
        assertThat(NearbyFiles.unreadable("key.pem", new AccessDeniedException("key.pem")))
                .isEqualTo("cannot read the file `key.pem`: its permissions keep this user out"
                        + " (expected: the right to read it and to pass its directories)");
    }

    @Test
    void tellsAllProblemsAtOnce() throws Exception {
        // Given
        Path file = write("format: 1\nlisteners: {}\nupstreams: {}\nroutes: []\nextra: 1\n");

        // When
        InvalidBundleException refused =
                catchThrowableOfType(InvalidBundleException.class, () -> ConfigReader.read(file));

        // Then
        List<String> messages =
                refused.problems().stream().map(problem -> problem.message()).toList();
        assertThat(messages)
                .contains(
                        "the key `bundle` is missing in the gateway's file",
                        "the key `partners` is missing in `listeners`",
                        "unknown key `extra` in the gateway's file");
    }

    @Test
    void readsKeysFromAFileThatServesNothing() throws Exception {
        // Given
        Path file = write("format: 1\nbundle: bundle/\nkeys:\n  pseudonym-2026: { file: key }\n");

        // When
        ConfiguredKeys keys = ConfigReader.keys(file);

        // Then
        assertThat(keys.ids()).containsOnly("pseudonym-2026");
    }

    @Test
    void readsKeysWithoutLookingIntoTheRest() throws Exception {
        // Given
        Path file = write(GOOD.replace("${file:token}", "${file:not-for-your-eyes}"));

        // When
        ConfiguredKeys keys = ConfigReader.keys(file);

        // Then
        assertThat(keys.ids()).containsOnly("pseudonym-2026");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "format: 1\\nkyes: {} | unknown key `kyes`",
                "keys: { k: { file: key } } | the key `format` is missing",
                "format: 1\\nkeys: { k: { file: token } } | has 7 bytes",
                "format: 1\\nkeys: { k: { file: nowhere } } | cannot read the file `nowhere`"
            })
    void findsWhatIsWrongWithTheKeysAlone(String yaml, String complaint) throws Exception {
        // Given
        Path file = write(yaml.replace("\\n", "\n") + "\n");

        // When
        InvalidBundleException refused =
                catchThrowableOfType(InvalidBundleException.class, () -> ConfigReader.keys(file));

        // Then
        assertThat(refused.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).contains(complaint));
    }
}
