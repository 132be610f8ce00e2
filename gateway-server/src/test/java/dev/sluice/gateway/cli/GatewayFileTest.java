package dev.sluice.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

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

    private Path withTls(String certificate, String key) throws IOException {
        for (String name : List.of(certificate, key)) {
            Files.copy(Path.of("src/test/resources/tls", name), directory.resolve(name));
        }
        Path file = file("mailwerk");
        return Files.writeString(
                file,
                Files.readString(file)
                        .replaceFirst("tls: off", "tls: { certificate: " + certificate + ", key: " + key + " }"));
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
    void warnsOfACertificateThatHasEnded() throws IOException {
        Path file = withKey(withTls("expired.pem", "expired.key"));

        CommandRun run = CommandRun.of("check", "--strict", "--config", file.toString());

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out())
                .contains(file + ":4:")
                .contains("certificate-out-of-date a certificate in `expired.pem` ended at 2020-01-11T00:00:00Z");
    }

    @Test
    void logsAtTheStartThatACertificateHasEnded() throws IOException {
        Logger log = (Logger) LoggerFactory.getLogger("sluice.config");
        ListAppender<ILoggingEvent> lines = new ListAppender<>();
        lines.start();
        log.addAppender(lines);
        Path file = withKey(withTls("expired.pem", "expired.key"));
        Files.writeString(file, Files.readString(file).replace("127.0.0.1:0", "nohost.invalid:0"));

        CommandRun.of("run", "--config", file.toString());
        log.detachAppender(lines);

        assertThat(lines.list).singleElement().satisfies(line -> {
            assertThat(line.getLevel()).isEqualTo(Level.WARN);
            assertThat(line.getFormattedMessage())
                    .contains("a certificate in `expired.pem` ended at 2020-01-11T00:00:00Z")
                    .doesNotContain("canary");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"other.key", "ec-sec1.key", "garbage.pem"})
    void startsNothingWithAKeyThatCannotServe(String key) throws IOException {
        Path file = withKey(withTls("ec.pem", key));

        CommandRun run = CommandRun.of("run", "--config", file.toString());

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .contains(file + ":4:")
                .contains("`" + key + "`")
                .contains("the gateway does not start")
                .doesNotContain("internal error", "canary");
    }

    @Test
    void saysWhichListenerHasAnAddressInUse() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String address = "127.0.0.1:" + other.getLocalPort();

            CommandRun run = runOn(address);

            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.err())
                    .contains("sluice: the gateway cannot start: `partners` cannot listen on `" + address
                            + "`: address already in use\n")
                    .contains("help: each listener needs an address of this machine");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1:0, cannot assign requested address",
        "nohost.invalid:32001, the name has no address",
        "'[2001:db8::1]:0', ''"
    })
    void saysWhichListenerHasAnAddressThatIsNotOfThisMachine(String address, String reason) throws IOException {
        CommandRun run = runOn(address);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .contains("sluice: the gateway cannot start: `partners` cannot listen on `" + address + "`: " + reason)
                .doesNotContain("internal error", "    at ");
    }

    private CommandRun runOn(String address) throws IOException {
        Path file = withKey(file("mailwerk"));
        Files.writeString(file, Files.readString(file).replace("127.0.0.1:0", address));
        return CommandRun.of("run", "--config", file.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"run", "bundle list"})
    void namesTheStateDirectoryThatCannotBeUsed(String command) throws IOException {
        Path file = withKey(file("mailwerk"));
        Path state = Files.writeString(directory.resolve("state"), "no directory");
        Files.writeString(file, Files.readString(file) + "state: \"" + state + "\"\n");

        CommandRun run = CommandRun.of((command + " --config " + file).split(" "));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .contains("the state directory `" + state + "` cannot be used: a file stands in its place")
                .contains("(expected: a directory in which the gateway may read and write)");
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
