package dev.sluice.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A suite's reports are kept beside it; what is empty, unreadable or unmet fails. */
final class TestCommandTest {

    private static final Path SUITES = Path.of("src/test/resources/suites");
    private static final Path FAILING = SUITES.resolve("failing");

    @TempDir
    private Path directory;

    @ParameterizedTest(name = "{0} as {1}")
    @CsvSource({
        "failing, text, txt",
        "failing, json, json",
        "failing, junit, xml",
        "empty, text, txt",
        "places, text, txt",
        "empty, junit, xml"
    })
    void reportsAsKept(String suite, String format, String ending) throws IOException {
        // When
        CommandRun run = CommandRun.of("test", SUITES.resolve(suite).toString(), "--format", format);

        // Then
        assertThat(withoutChance(run.out())).isEqualTo(Files.readString(SUITES.resolve(suite + "." + ending)));
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @Test
    void runsOnlyWhatWasNamed() {
        // When
        CommandRun run = CommandRun.of("test", FAILING.toString(), "--filter", "a-*");

        // Then
        assertThat(run.out()).contains("pass  a-all-as-it-should-be").contains("1 test, 0 failed");
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void failsIfNothingIsOfThatName() {
        // When
        CommandRun run = CommandRun.of("test", FAILING.toString(), "--filter", "a");

        // Then
        assertThat(run.out()).contains("no test was run");
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @Test
    void keepsValuesBackWhereAsked() {
        // When
        CommandRun run = CommandRun.of("test", FAILING.toString(), "--hide-values");

        // Then
        assertThat(run.out()).contains("$.customers[0].zip did not leave").doesNotContain("ada@", "\"89\"", "598");
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"text", "json", "junit"})
    void keepsNamesBackThatAreData(String format) {
        // Given
        String suite = SUITES.resolve("names-that-are-data").toString();

        // When
        CommandRun run = CommandRun.of("test", suite, "--hide-values", "--format", format);

        // Then
        assertThat(run.out())
                .contains("$.people.*", "$.people.*.friends.*", "$.people.*.first", "$.people.*.?", "$.list[*].mail")
                .doesNotContain("@", "Ann", "Sam", "Kim", "Zoe");
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @Test
    void refusesATestWhoseDocumentIsNotThere() throws IOException {
        // Given
        copy("bundle.yaml");
        copy("tests.yaml");

        // When
        CommandRun run = CommandRun.of("test", directory.toString());

        // Then
        assertThat(run.err()).contains("tests.yaml:8:10: unreadable-file `samples/customers.json` cannot be read");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
    }

    @Test
    void followsNoLinkOutOfTheBundle() throws IOException {
        // Given
        Path bundle = Files.createDirectory(directory.resolve("bundle"));
        Files.copy(FAILING.resolve("bundle.yaml"), bundle.resolve("bundle.yaml"));
        Files.copy(FAILING.resolve("tests.yaml"), bundle.resolve("tests.yaml"));
        Path outside = Files.createDirectory(directory.resolve("outside"));
        Files.copy(FAILING.resolve("samples/customers.json"), outside.resolve("customers.json"));
        Files.createSymbolicLink(bundle.resolve("samples"), outside);

        // When
        CommandRun run = CommandRun.of("test", bundle.toString());

        // Then
        assertThat(run.err()).contains("file-outside-bundle `samples/customers.json` leads out of the bundle");
        assertThat(run.exitCode()).isEqualTo(2);
    }

    @Test
    void whatIsOnRecordIsASourceOfItsOwn() {
        // When
        CommandRun run = CommandRun.of("test", SUITES.resolve("on-record").toString());

        // Then
        assertThat(run.out()).doesNotContain("FAIL").contains("17 tests, 0 failed");
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void tellsAListFromTheOneThingInIt() throws IOException {
        // Given
        Files.copy(SUITES.resolve("on-record/bundle.yaml"), directory.resolve("bundle.yaml"));
        Files.writeString(directory.resolve("tests.yaml"), """
                kind: Test
                id: a-list-is-expected-to-be-nothing
                given:
                  partner: mailwerk
                  catalog: customers
                  at: 2026-11-21T10:00:00Z
                  input: "[ ]"
                expect:
                  output: nothing.json
                """);
        Files.createFile(directory.resolve("nothing.json"));

        // When
        CommandRun run = CommandRun.of("test", directory.toString());

        // Then
        assertThat(run.out()).contains("+ $ left, and should not: got []");
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @Test
    void theExampleShopPassesAndReachesEveryOutcome() {
        // When
        CommandRun run = CommandRun.of("test", "../docs/examples/shop");

        // Then
        assertThat(run.out()).doesNotContain("FAIL", "no test reaches");
        assertThat(run.exitCode()).isZero();
    }

    private void copy(String name) throws IOException {
        Files.copy(FAILING.resolve(name), directory.resolve(name));
    }

    /** Keys are made up for each run, and it takes as long as it takes. */
    private static String withoutChance(String report) {
        return report.replaceAll("throwaway\\.[A-Za-z0-9_-]{43}", "throwaway.…")
                .replaceAll("time=\"[0-9.]+\"", "time=\"…\"");
    }
}
