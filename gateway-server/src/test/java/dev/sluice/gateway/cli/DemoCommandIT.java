package dev.sluice.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The demonstration, as it is: over TLS, through the real gateway, both ways. */
final class DemoCommandIT {

    @Test
    void everyoneGetsWhatTheyMayHaveAndTheDemoEndsByItself() {
        CommandRun run = CommandRun.of("demo");

        assertThat(run.out()).contains("Mailwerk asks for customers").endsWith("and nothing else.\n");
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.err()).doesNotContain("abendroth", "Kastanienallee");
    }

    @Test
    void aRehearsalLetsEverythingFlowAndPrintsNothing() {
        CommandRun run = CommandRun.of("demo", "--rehearse", "1");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).isEmpty();
    }
}
