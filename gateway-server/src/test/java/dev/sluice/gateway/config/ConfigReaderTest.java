package dev.sluice.gateway.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.sluice.policy.diagnostic.InvalidBundleException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
