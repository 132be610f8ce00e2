package dev.sluice.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.gateway.cli.CommandRun;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code sluice bundle} works the same at a running gateway and on the state directory of one that rests. */
final class BundleCommandTest {

    @TempDir
    private Path directory;

    private ScriptedUpstream shop;
    private Path file;
    private String older;

    @BeforeEach
    void start() throws Exception {
        LiveGateway.bundle(directory.resolve("bundle"), true);
        shop = new ScriptedUpstream((request, connection) ->
                connection.json("{\"customers\":[{\"email\":\"a@x.example\",\"first\":\"Ada\"}]}"));
        int port = LiveGateway.freePort();
        file = LiveGateway.file(directory, shop.port(), port);
        try (LiveGateway gateway = LiveGateway.start(file)) {
            older = gateway.inForce();
            LiveGateway.policy(directory.resolve("bundle"), false);
            gateway.admin("POST", "/admin/bundle/reload", "");
        }
    }

    @AfterEach
    void stop() throws Exception {
        shop.close();
    }

    private CommandRun run(String... arguments) {
        String[] all = new String[arguments.length + 3];
        all[0] = "bundle";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        all[arguments.length + 1] = "--config";
        all[arguments.length + 2] = file.toString();
        return CommandRun.of(all);
    }

    @Test
    void goesBackAndOnAtARunningGateway() throws Exception {
        try (LiveGateway gateway = LiveGateway.start(file)) {
            // When
            CommandRun activated = run("activate", older.substring(0, 8), "--why", "too narrow");

            // Then
            assertThat(activated.err()).contains("in force and pinned: " + older);
            assertThat(gateway.customers().text()).contains("Ada");
            assertThat(run("list").out())
                    .contains(older)
                    .contains("pinned by admin (")
                    .contains("too narrow");

            // When
            CommandRun released = run("release");

            // Then
            assertThat(released.exitCode()).isZero();
            assertThat(gateway.customers().text()).doesNotContain("Ada");
        }
    }

    @Test
    void goesBackAndOnWhileTheGatewayRests() throws Exception {
        // When
        CommandRun activated = run("activate", older, "--why", "too narrow");

        // Then
        assertThat(activated.err()).contains("from the gateway's next start");
        assertThat(run("list").out().lines().findFirst()).get().asString().contains(older, "pinned", "too narrow");
        try (LiveGateway gateway = LiveGateway.start(file)) {
            assertThat(gateway.customers().text()).contains("Ada");
        }

        // When
        run("release");

        // Then
        try (LiveGateway gateway = LiveGateway.start(file)) {
            assertThat(gateway.customers().text()).doesNotContain("Ada");
        }
    }

    @Test
    void refusesWhatIsNotKept() {
        CommandRun run = run("activate", "0123456789ab", "--why", "a guess");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("no such version is kept");
    }

    @Test
    void saysWhatTheGatewayRefuses() throws Exception {
        try (LiveGateway gateway = LiveGateway.start(file)) {
            LiveGateway.spoil(directory.resolve("bundle"));
            run("activate", older, "--why", "hold");

            // When
            CommandRun run = run("release");

            // Then
            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.err()).contains("the gateway refused", "policy.yaml:3:9", "unknown-category");
            assertThat(gateway.customers().text()).contains("Ada");
        }
    }
}
