package dev.sluice.gateway.leak;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.gateway.cli.CommandRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The starter policies on a shop's catalogs give text messages, points and invitations to whom they are for. */
final class StarterOnShopTest {

    private static final Path OWN = Path.of("src/test/resources/starter/on-shops");

    @TempDir
    private Path folder;

    @Test
    void givesThemToWhomTheyAreForAndToNobodyElse() throws IOException {
        // Given
        StarterOnShop.write(folder);
        copy(Path.of("../docs/examples/starter/samples"), folder.resolve("samples"));
        copy(OWN.resolve("tests"), folder.resolve("tests"));
        copy(OWN.resolve("samples"), folder.resolve("samples"));
        for (String edit : Files.readAllLines(OWN.resolve("edits.txt"))) {
            if (!edit.startsWith("#") && !edit.isBlank()) {
                apply(edit.replace("\\n", "\n").split(" :: ", -1));
            }
        }

        // When
        CommandRun run = CommandRun.of("test", folder.toString());

        // Then
        assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
        assertThat(run.out())
                .contains(List.of(
                        "pass  text-messages-of-a-shop-go-to-who-confirmed-them",
                        "pass  points-of-a-shop-are-of-members",
                        "pass  invitations-of-a-shop-go-to-grown-ups-who-agreed"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"commercetools-orders", "stripe-charge"})
    void roundsCentsAsCoarselyAsEuros(String catalog) {
        // Given
        Gate gate = Gate.of(StarterOnShop.write(folder));
        Sample sample = Sample.all().stream()
                .filter(each -> each.catalog().equals(catalog))
                .findFirst()
                .orElseThrow();

        // When
        String left = gate.filter("countinghouse", "analytics.reporting", catalog, sample.json())
                .output();

        // Then
        assertThat(left).contains("6000").doesNotContain("6480");
    }

    private void apply(String[] edit) throws IOException {
        Path file = folder.resolve(edit[0]);
        String before = Files.readString(file);
        assertThat(before.split(Pattern.quote(edit[1]), -1)).as(edit[1]).hasSize(2);
        Files.writeString(file, before.replace(edit[1], edit[2]));
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                Files.writeString(to.resolve(file.getFileName()), Files.readString(file));
            }
        }
    }
}
