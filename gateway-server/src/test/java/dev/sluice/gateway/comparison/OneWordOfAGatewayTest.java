package dev.sluice.gateway.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.gateway.app.PreparedGateway;
import dev.sluice.gateway.config.ConfigReader;
import dev.sluice.gateway.config.GatewayConfig;
import dev.sluice.policy.compare.BundleComparison;
import dev.sluice.policy.compare.Differences;
import dev.sluice.policy.compare.InForce;
import dev.sluice.policy.repository.BundleLoader;
import dev.sluice.policy.repository.ReadyBundle;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Gateways whose files differ in one word: each case says which, and what the comparison tells. */
final class OneWordOfAGatewayTest {

    private static final Path GATEWAYS = Path.of("src/test/resources/gateways");
    private static final List<String> FILES = List.of("gateway.yaml", "bundle/shop.yaml");
    private static final List<String> SECRETS = List.of("two.key", "other.key", "token");
    private static final Path TLS = Path.of("src/test/resources/tls");
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-28T10:00:00Z"), ZoneOffset.UTC);

    @TempDir
    private Path directory;

    static List<String> cases() throws IOException {
        return names("cases");
    }

    /** Partner and case: {@code mailer.a-key-has-other-bytes.txt}. */
    static List<String> letters() throws IOException {
        return names("letters");
    }

    private static List<String> names(String folder) throws IOException {
        try (Stream<Path> files = Files.list(GATEWAYS.resolve(folder))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void tellsWhatOneWordChanges(String name) throws Exception {
        // Given
        OneWordCase one = OneWordCase.read(GATEWAYS.resolve("cases").resolve(name));

        // When
        Differences differences = differences(one);

        // Then
        assertThat(text(differences)).isEqualTo(one.told());
        assertThat(differences.widened()).isEqualTo(one.widened());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("letters")
    void writesToThePartner(String name) throws Exception {
        // Given
        String partner = name.substring(0, name.indexOf('.'));
        Differences differences =
                differences(OneWordCase.read(GATEWAYS.resolve("cases").resolve(name.substring(partner.length() + 1))));

        // When
        String letter = printed(out -> new PartnerLetter(partner).print("Partner " + partner, differences, out));

        // Then
        assertThat(letter)
                .isEqualTo(Files.readString(GATEWAYS.resolve("letters").resolve(name)))
                .doesNotContain(".yaml", "https:");
    }

    private Differences differences(OneWordCase one) throws Exception {
        Gateway before = gateway("old", OneWordCase.NONE);
        Gateway after = gateway("new", one);
        return BundleComparison.compare(before.inForce(), after.inForce(), CLOCK.instant())
                .with(GatewayFacts.compare(before.file(), after.file()));
    }

    private record Gateway(GatewayFile file, ReadyBundle bundle) {

        InForce inForce() {
            return new InForce(bundle.plans(), file.serving());
        }
    }

    private static String text(Differences differences) {
        return printed(out -> new DifferenceText(
                        place -> "old/" + place.file() + ":" + place.line(),
                        place -> "new/" + place.file() + ":" + place.line())
                .print(differences, out));
    }

    private static String printed(Consumer<PrintStream> report) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        report.accept(new PrintStream(out, true, StandardCharsets.UTF_8));
        return out.toString(StandardCharsets.UTF_8);
    }

    private Gateway gateway(String name, OneWordCase change) throws Exception {
        Path gateway = directory.resolve(name);
        Files.createDirectories(gateway.resolve("bundle"));
        for (String file : FILES) {
            Files.writeString(gateway.resolve(file), change.apply(file, Files.readString(GATEWAYS.resolve(file))));
        }
        for (String secret : SECRETS) {
            Files.writeString(gateway.resolve(secret), (secret + " ").repeat(8).strip());
        }
        Files.copy(TLS.resolve("ec.key"), gateway.resolve("one.key"));
        Files.copy(TLS.resolve("ec.pem"), gateway.resolve("one.pem"));
        Files.copy(TLS.resolve("rsa.pem"), gateway.resolve("two.pem"));
        GatewayConfig config = ConfigReader.read(gateway.resolve("gateway.yaml"));
        ReadyBundle bundle = new BundleLoader(CLOCK).prepare(config.bundle(), config.keys());
        return new Gateway(
                new GatewayFile(config, PreparedGateway.of(config, bundle).routes()), bundle);
    }
}
