package dev.sluice.gateway.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import dev.sluice.gateway.app.FollowedBundle;
import dev.sluice.gateway.app.Gateway;
import dev.sluice.gateway.bundle.LiveBundle.NotPossibleException;
import dev.sluice.gateway.config.ConfigReader;
import dev.sluice.gateway.demo.Colours;
import dev.sluice.gateway.demo.Demo;
import dev.sluice.policy.diagnostic.InvalidBundleException;
import dev.sluice.policy.repository.StateInUseException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code sluice demo}: a shop, three partners and the gateway on loopback, and who sees what. */
@Command(
        name = "demo",
        header = "Shows on loopback what each of three partners sees of a sample shop, and why.",
        description = {
            "",
            "Starts a sample shop, a newsletter sender, a carrier, an advertiser and the gateway between them, "
                    + "lets data flow both ways over TLS, and compares what came with what the example promises."
        },
        footer = {"", "Exit codes: 0 all as promised, 1 not."})
final class DemoCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Option(names = "--stay", description = "Goes on serving and prints `curl` lines to try; Ctrl-C ends it.")
    private boolean stay;

    @Option(
            names = "--rehearse",
            paramLabel = "SECONDS",
            description = {
                "Prints nothing; lets the data flow for so long, for a JVM that learns from it what to keep "
                        + "in an archive (`-XX:AOTCacheOutput`, `-XX:ArchiveClassesAtExit`)."
            })
    private int rehearse;

    DemoCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
        // One line for each exchange would stand between the printout's own.
        if (LoggerFactory.getLogger("sluice.exchange") instanceof Logger exchanges) {
            exchanges.setLevel(Level.WARN);
        }
        PrintStream out = terminal.print();
        if (rehearse > 0) {
            Demo demo = new Demo(out, new Colours(false), DemoCommand::startLikeRun);
            Optional<String> wrong = demo.rehearse(Duration.ofSeconds(rehearse));
            wrong.ifPresent(what -> terminal.err().println("sluice: " + what));
            return (wrong.isEmpty() ? ExitCode.DONE : ExitCode.FINDINGS).code();
        }
        boolean asPromised = new Demo(out, new Colours(terminal.interactive()), DemoCommand::start).play(stay);
        out.println();
        out.println(asPromised ? "Everyone got what they may have, and nothing else." : "Not as promised, see above.");
        out.flush();
        return (asPromised ? ExitCode.DONE : ExitCode.FINDINGS).code();
    }

    private static Gateway start(Path config) throws IOException, InvalidBundleException, InterruptedException {
        PlacedProblems problems = new PlacedProblems();
        Preparation prepared = Preparation.of(config, problems)
                .orElseThrow(() -> new Refusal(problems.report(PlacedProblems.Format.TEXT)));
        return Gateway.start(prepared.gateway());
    }

    /** As {@code run} starts it, so that its own classes are among what is learnt. */
    private static AutoCloseable startLikeRun(Path config)
            throws IOException, InvalidBundleException, InterruptedException {
        try {
            return Gateway.start(FollowedBundle.open(ConfigReader.read(config), Clock.systemUTC()));
        } catch (StateInUseException | NotPossibleException e) {
            throw new IOException("a gateway without a state has none that could be in use", e);
        }
    }
}
