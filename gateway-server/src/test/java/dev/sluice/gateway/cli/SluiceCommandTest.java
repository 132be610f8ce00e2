package dev.sluice.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong with a command line is said, and is never mistaken for work that was done. */
final class SluiceCommandTest {

    @Test
    void namesAnUnknownCommandAndWhereToLook() {
        CommandRun run = CommandRun.of("chek");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("unknown command `chek`").contains("did you mean `check`?");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void namesAnUnknownOption() {
        CommandRun run = CommandRun.of("check", "--strikt", "bundle");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("unknown option: `--strikt`").contains("`sluice check --help`");
    }

    @Test
    void asksForACommandWhereNoneIsNamed() {
        CommandRun run = CommandRun.of();

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("a command is missing");
    }

    @Test
    void listsEveryCommandInItsHelp() {
        CommandRun run = CommandRun.of("--help");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("check", "demo", "filter", "run", "Exit codes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"check", "demo", "filter", "run"})
    void everyCommandExplainsItselfWithItsExitCodes(String command) {
        CommandRun run = CommandRun.of(command, "--help");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("Usage: sluice " + command).contains("Exit codes:");
        assertThat(run.out().lines()).allMatch(line -> line.length() <= 100);
    }

    @Test
    void tellsItsVersionAndTheJavaThatRunsIt() {
        CommandRun run = CommandRun.of("--version");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).startsWith("sluice ").contains("Java " + Runtime.version());
    }
}
