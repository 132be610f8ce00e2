package dev.sluice.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A change of the example shop, told before it goes live. */
final class DiffCommandTest {

    private static final Path SHOP = Path.of("../docs/examples/shop");

    private static final String GATEWAY = """
            format: 1
            bundle: "%s"
            listeners:
              partners: { bind: "127.0.0.1:0", tls: off }
            keys:
              "2026": { file: key }
            upstreams:
              shop: { url: "http://127.0.0.1:9" }
            routes:
              - id: customers
                direction: pull
                partners: [mailwerk]
                methods: [GET]
                path: /customers.json
                upstream: shop
                catalog: shopify-customers
            """;

    @TempDir
    private Path changed;

    @TempDir
    private Path files;

    @BeforeEach
    void copy() throws IOException {
        try (Stream<Path> files = Files.walk(SHOP)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = changed.resolve(SHOP.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }

    private void change(String file, String from, String to) throws IOException {
        Path path = changed.resolve(file);
        String text = Files.readString(path);
        assertThat(text).containsPattern(from);
        Files.writeString(path, text.replaceFirst(from, to));
    }

    @Test
    void saysThatNothingChangesWhereACommentDoes() throws IOException {
        // Given
        change("policies/newsletter.yaml", "kind: Policy", "# another word\nkind: Policy");

        // When
        CommandRun run = CommandRun.of("diff", SHOP.toString(), changed.toString());

        // Then
        assertThat(run.out()).isEqualTo("same: no customer can tell the two bundles apart, and no partner\n");
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void spellsWhoIsNobodyAsADocumentDoes() throws IOException {
        // Given
        change("catalogs/shopify-orders.yaml", "none_if: \\[0, \"\"]", "none_if: [0, guest, \"0\"]");

        // When
        CommandRun run = CommandRun.of("diff", SHOP.toString(), changed.toString());

        // Then
        assertThat(run.out()).contains(" but for `0`, `\"guest\"` and `\"0\"`").doesNotContain("FactValue", "kind=");
    }

    @Test
    void tellsWhoGainsWhatAndEndsWithAnExitCodeOfItsOwn() throws IOException {
        // Given
        change("policies/newsletter.yaml", "at_least: majority", "at_least: 16");

        // When
        CommandRun run = CommandRun.of("diff", SHOP.toString(), changed.toString());

        // Then
        assertThat(run.out())
                .startsWith("WIDER: ")
                .contains("mailwerk, for marketing.communications.email\n  user.contact.email\n")
                .contains("in shopify-customers: $.customer.email, $.customers[*].email, $[*].email\n")
                .contains("before: stays, a rule would share it, but its conditions are not met: newsletter (" + SHOP
                        + "/policies/newsletter.yaml:18)\n")
                .contains("now:    leaves as it is by newsletter (" + changed + "/policies/newsletter.yaml:18), if ")
                .contains("of a customer in Germany, 17 years old, who agreed to `marketing.communications.email` by "
                        + "email and confirmed it\n")
                .doesNotContain("NARROWER");
        assertThat(run.exitCode()).isEqualTo(3);
    }

    @Test
    void endsWellWhereLessLeaves() throws IOException {
        // Given
        change("policies/newsletter.yaml", "keep_first: 2", "keep_first: 1");

        // When
        CommandRun run = CommandRun.of("diff", SHOP.toString(), changed.toString(), "--format", "json");

        // Then
        JsonNode report = new JsonMapper().readTree(run.out());
        assertThat(report.get("widened").asBoolean()).isFalse();
        assertThat(report.get("changes").get(0).get("after").get("form").asString())
                .isEqualTo("cut to its first character");
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void writesToThePartnerWithoutASecretOfTheShop() throws IOException {
        // Given
        change("policies/newsletter.yaml", "at_least: majority", "at_least: 16");

        // When
        CommandRun run = CommandRun.of("diff", SHOP.toString(), changed.toString(), "--for-partner", "mailwerk");

        // Then
        assertThat(run.out())
                .startsWith("To Mailwerk GmbH\n\nFor the purpose marketing.communications.email:\n\n"
                        + "  You receive of more customers than before:\n")
                .contains("    - user.contact.email, as it is, at ")
                .contains("    - user.unique_id, as a pseudonym made for you alone, at ")
                .doesNotContain(".yaml", "newsletter", "paketblitz", "years old", "Germany");
        assertThat(run.exitCode()).isEqualTo(3);
    }

    @Test
    void comparesTwoGatewaysWithTheirBundlesAndKeys() throws IOException {
        // Given
        Path before = gateway("before", SHOP.toAbsolutePath().normalize(), (byte) 1);
        Path after = gateway("after", changed, (byte) 2);
        change("policies/newsletter.yaml", "keep_first: 2", "keep_first: 1");

        // When
        CommandRun run = CommandRun.of("diff", "--config", before.toString(), after.toString());

        // Then
        assertThat(run.out())
                .contains("NARROWER: ")
                .contains("cut to its first character")
                .contains("OTHERWISE: ")
                .contains("leaves as a pseudonym of this partner (key `2026`, of other bytes)")
                .endsWith("otherwise\n");
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void refusesABundleInThePlaceOfAGateway() {
        // When
        CommandRun run = CommandRun.of("diff", "--config", SHOP.toString(), changed.toString());

        // Then
        assertThat(run.err()).contains("cannot read the file `" + SHOP + "`");
        assertThat(run.exitCode()).isEqualTo(2);
    }

    private Path gateway(String name, Path bundle, byte key) throws IOException {
        Path folder = Files.createDirectories(files.resolve(name));
        byte[] bytes = new byte[32];
        Arrays.fill(bytes, key);
        Files.write(folder.resolve("key"), bytes);
        return Files.writeString(folder.resolve("gateway.yaml"), GATEWAY.formatted(bundle));
    }

    @Test
    void refusesABrokenBundle() throws IOException {
        // Given
        change("partners.yaml", "role: carrier", "role: carier");

        // When
        CommandRun run = CommandRun.of("diff", SHOP.toString(), changed.toString());

        // Then
        assertThat(run.err()).contains("unknown role `carier`");
        assertThat(run.exitCode()).isEqualTo(2);
    }
}
