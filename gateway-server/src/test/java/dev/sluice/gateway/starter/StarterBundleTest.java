package dev.sluice.gateway.starter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.gateway.cli.CommandRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a newcomer copies: clean, tested to the last outcome, and no word of it can be changed unnoticed. */
final class StarterBundleTest {

    private static final Path STARTER = Path.of("../docs/examples/starter");
    private static final Path SHOP = Path.of("../docs/examples/shop");

    @TempDir
    private Path folder;

    @Test
    void isCleanEvenWhereWarningsCount() {
        CommandRun run = CommandRun.of("check", "--strict", STARTER.toString());

        assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
    }

    @Test
    void itsTestsReachEveryOutcomeOfEveryRule() {
        CommandRun run = CommandRun.of("test", STARTER.toString());

        assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
        Matcher coverage =
                Pattern.compile("coverage: (\\d+) of (\\d+) outcomes of rules").matcher(run.out());
        assertThat(coverage.find()).isTrue();
        assertThat(coverage.group(1)).isEqualTo(coverage.group(2));
    }

    @Test
    void itsTableIsTheOneOfThePage() throws IOException {
        String page = Files.readString(Path.of("../docs/policy/starter.md"));

        CommandRun run = CommandRun.of("matrix", STARTER.toString());

        assertThat(page).contains(run.out().strip());
    }

    static List<OneWord> changes() throws IOException {
        return OneWord.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("changes")
    void aChangedWordIsNoticed(OneWord change) throws IOException {
        // Given
        copy(STARTER, folder);
        change.apply(folder);

        // When
        CommandRun run = CommandRun.of(change.command(), folder.toString());

        // Then
        assertThat(run.exitCode()).isNotZero();
        assertThat(run.out() + run.err()).contains(change.said());
    }

    @Test
    void itsPoliciesFitTheCatalogsOfRealShops() throws IOException {
        // Given
        copy(STARTER, folder);
        copy(SHOP.resolve("catalogs"), folder.resolve("catalogs"));
        Path newsletter = folder.resolve("policies/email-marketer.yaml");
        Files.writeString(
                newsletter, Files.readString(newsletter).replace("[customers]", "[customers, shopify-customers]"));
        String sample = SHOP.resolve("samples/shopify-customers.json").toString();

        // When
        CommandRun run = CommandRun.of(
                "filter",
                "--bundle",
                folder.toString(),
                "--partner",
                "letterbox",
                "--catalog",
                "shopify-customers",
                "--at",
                "2026-11-21T10:00:00Z",
                sample);

        // Then
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out())
                .contains("lina.abendroth@example.org")
                .doesNotContain("Abendroth", "Hedwig", "Oskar", "Mia", "Tomasz", "Ruth", "+49");
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }
}
