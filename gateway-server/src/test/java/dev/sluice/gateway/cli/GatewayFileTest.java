package dev.sluice.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The gateway's file is checked together with the bundle that it names; with an error nothing starts. */
final class GatewayFileTest {

    private static final String FILE = """
            format: 1
            bundle: "%s"
            listeners:
              partners: { bind: "127.0.0.1:0", tls: off }
            upstreams:
              shop: { url: "http://127.0.0.1:9" }
            routes:
              - id: customers
                direction: pull
                partners: [%s]
                methods: [GET]
                path: /customers.json
                upstream: shop
                catalog: shopify-customers
            """;

    @TempDir
    private Path directory;

    private Path file(String partner) throws IOException {
        Path bundle = Path.of("../docs/examples/shop").toAbsolutePath().normalize();
        Path file = directory.resolve("gateway.yaml");
        Files.writeString(file, FILE.formatted(bundle, partner));
        return file;
    }

    @Test
    void checksTheFileAndItsBundle() throws IOException {
        CommandRun run =
                CommandRun.of("check", "--config", withKey(file("mailwerk")).toString());

        assertThat(run.out()).contains("1 route\n").contains("3 partners");
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void placesAProblemOfARouteInTheGatewaysFile() throws IOException {
        Path file = withKey(file("mailwerkk"));

        CommandRun run = CommandRun.of("check", "--config", file.toString());

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).contains(file + ":10:").contains("mailwerkk");
    }

    @Test
    void startsNothingWithAnErrorInTheFile() throws IOException {
        Path file = withKey(file("nobody"));

        CommandRun run = CommandRun.of("run", "--config", file.toString());

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("nobody").contains("the gateway does not start");
    }

    @Test
    void doesForFilterAndExplainWithItsKeysAlone() throws IOException {
        Path file = withKey(Files.writeString(directory.resolve("keys.yaml"), "format: 1\nbundle: elsewhere\n"));

        for (String command : List.of("filter", "explain")) {
            CommandRun run = CommandRun.on(
                    "{\"customers\":[]}",
                    command,
                    "--bundle",
                    "../docs/examples/shop",
                    "--partner",
                    "mailwerk",
                    "--catalog",
                    "shopify-customers",
                    "--config",
                    file.toString());

            assertThat(run.exitCode()).as(run.err()).isZero();
            assertThat(run.err()).doesNotContain("throwaway");
        }
    }

    @Test
    void tellsWhatIsMissingToServe() throws IOException {
        Path file = withKey(Files.writeString(directory.resolve("keys.yaml"), "format: 1\nbundle: elsewhere\n"));

        CommandRun run = CommandRun.of("run", "--config", file.toString());

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .contains("the key `listeners` is missing in the gateway's file")
                .contains("the key `upstreams` is missing in the gateway's file")
                .contains("the key `routes` is missing in the gateway's file")
                .contains("the gateway does not start");
    }

    @Test
    void wantsABundleOrAFileNotBoth() {
        CommandRun run = CommandRun.of("check", "--config", "gateway.yaml", "bundle");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("unexpected argument `bundle`");
    }

    /** The example's bundle asks for handles, and handles for a key. */
    private Path withKey(Path file) throws IOException {
        Files.write(directory.resolve("handles.key"), new byte[32]);
        Files.writeString(file, Files.readString(file) + "keys:\n  \"2026\": { file: handles.key }\n");
        return file;
    }
}
