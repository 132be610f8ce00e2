package dev.sluice.gateway.cli;

import dev.sluice.gateway.app.FollowedBundle;
import dev.sluice.gateway.app.Gateway;
import dev.sluice.gateway.bundle.LiveBundle.NotPossibleException;
import dev.sluice.gateway.config.ConfigReader;
import dev.sluice.gateway.config.GatewayConfig;
import dev.sluice.policy.diagnostic.InvalidBundleException;
import dev.sluice.policy.repository.StateInUseException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code sluice run}: serves until the process is told to stop, then drains. */
@Command(
        name = "run",
        header = "Serves partners and the shop.",
        description = {"", "SIGTERM or Ctrl-C ends it: exchanges under way go on until the drain's deadline."},
        footer = {"", "Exit codes: 0 after a clean drain, 1 if exchanges had to be cut, 2 bad configuration or bundle."
        })
final class RunCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Option(names = "--config", paramLabel = "FILE", required = true, description = "The gateway's own file.")
    private Path config;

    @Option(
            names = "--shadow",
            paramLabel = "DIR",
            description = "A candidate bundle: decides beside the one in force, changes nothing, and is counted.")
    private @Nullable Path shadow;

    RunCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InterruptedException {
        FollowedBundle followed = open();
        placeShadow(followed);
        // A signal may come as soon as the gateway is ready, so what drains it is there first.
        CompletableFuture<Gateway> started = new CompletableFuture<>();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> drain(started), "drain"));
        try {
            started.complete(start(followed));
        } finally {
            started.cancel(false);
        }
        terminal.err().println(places(started.join()));
        // The hook ends the process.
        new CountDownLatch(1).await();
        return ExitCode.DONE.code();
    }

    private FollowedBundle open() {
        Path state = null;
        try {
            GatewayConfig read = ConfigReader.read(config);
            state = read.state();
            FollowedBundle followed = FollowedBundle.open(read, Clock.systemUTC());
            if (followed.bundle().state().refused() != null) {
                terminal.err().print(problems());
                terminal.err().println("the last good bundle is in force");
            }
            return followed;
        } catch (InvalidBundleException e) {
            terminal.err().print(problems());
            throw new Refusal("the gateway does not start with these errors");
        } catch (NotPossibleException | StateInUseException e) {
            throw new Refusal("the gateway does not start: " + e.getMessage());
        } catch (IOException e) {
            throw UnusableState.refusal("the gateway does not start: ", state, e);
        }
    }

    private void placeShadow(FollowedBundle followed) {
        Path directory = shadow;
        if (directory == null) {
            return;
        }
        try {
            followed.shadow(directory);
        } catch (InvalidBundleException e) {
            PlacedProblems problems = new PlacedProblems();
            problems.add(directory, e.problems(), e.sources());
            terminal.err().print(problems.report(PlacedProblems.Format.TEXT));
            throw new Refusal("the gateway does not start with these errors in the candidate");
        }
    }

    /** Everything that is wrong with the file and its bundle, at its place. */
    private String problems() {
        PlacedProblems problems = new PlacedProblems();
        Preparation.of(config, problems);
        return problems.report(PlacedProblems.Format.TEXT);
    }

    private static Gateway start(FollowedBundle followed) throws InterruptedException {
        try {
            return Gateway.start(followed);
        } catch (IOException e) {
            throw new Refusal(
                    "the gateway cannot start: " + e.getMessage(),
                    e instanceof SSLException
                            ? "have the files changed since? `sluice check` looks at them"
                            : "each listener needs an address of this machine that no other process listens on");
        }
    }

    private static String places(Gateway gateway) {
        String shop = gateway.shopPort() < 0 ? "" : ", the shop on port " + gateway.shopPort();
        String probes = gateway.probesPort() < 0 ? "" : ", probes on port " + gateway.probesPort();
        String admin = gateway.adminPort() < 0 ? "" : ", admin on port " + gateway.adminPort();
        return "serving partners on port " + gateway.partnersPort() + shop + probes + admin;
    }

    /** A process that was told to stop would end with the signal's number: after a clean drain it ends with 0. */
    private void drain(CompletableFuture<Gateway> started) {
        boolean clean = false;
        try {
            clean = started.get().stop();
        } catch (CancellationException | ExecutionException e) {
            // It never served: the exit code is that of the refusal.
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        terminal.err().println(clean ? "drained" : "exchanges had to be cut");
        Runtime.getRuntime().halt(clean ? ExitCode.DONE.code() : ExitCode.FINDINGS.code());
    }
}
