package dev.sluice.gateway.cli;

import dev.sluice.policy.diagnostic.InvalidBundleException;
import dev.sluice.policy.diagnostic.Severity;
import dev.sluice.policy.form.ThrowawayKeys;
import dev.sluice.policy.repository.BundleLoader;
import dev.sluice.policy.repository.ReadyBundle;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sluice check}: all problems of a bundle at once, each with its place, its line and what to do. */
@Command(
        name = "check",
        header = "Checks a bundle and prints every problem at once.",
        description = {
            "",
            "Each problem is a line `file:line:column: code message`, then the line it is about and what to do."
        },
        footer = {"", "Exit codes: 0 clean, 1 warnings under --strict, 2 errors."})
final class CheckCommand implements Callable<Integer> {

    private final Terminal terminal;

    @ArgGroup(multiplicity = "1")
    private Subject subject;

    /** What is checked: one of the two. */
    static final class Subject {

        @Parameters(paramLabel = "BUNDLE", description = "The bundle's directory.")
        private @Nullable Path bundle;

        @Option(
                names = "--config",
                paramLabel = "FILE",
                description = "A gateway's file: checks it together with the bundle that it names.")
        private @Nullable Path config;
    }

    @Option(names = "--strict", description = "Warnings fail too.")
    private boolean strict;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private PlacedProblems.Format format;

    CheckCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        PlacedProblems problems = new PlacedProblems();
        String summary = subject.config != null
                ? configuration(subject.config, problems)
                : bundle(Objects.requireNonNull(subject.bundle), problems);
        PrintStream out = terminal.print();
        out.print(problems.report(format));
        if (format == PlacedProblems.Format.TEXT) {
            out.print(summary);
        }
        out.flush();
        return exitCode(problems).code();
    }

    private static String configuration(Path file, PlacedProblems problems) {
        return Preparation.of(file, problems)
                .map(prepared -> file + ": "
                        + BundleSummary.counted(prepared.gateway().routes().size(), "route") + "\n"
                        + BundleSummary.of(
                                prepared.gateway().config().bundle(),
                                prepared.bundle().loaded()) + "\n")
                .orElse("");
    }

    private static String bundle(Path directory, PlacedProblems problems) {
        try {
            ReadyBundle ready = new BundleLoader(Clock.systemUTC()).prepare(directory, new ThrowawayKeys());
            problems.add(directory, ready.warnings(), ready.loaded().sources());
            return BundleSummary.of(directory, ready.loaded()) + "\n";
        } catch (InvalidBundleException e) {
            problems.add(directory, e.problems(), e.sources());
            return "";
        }
    }

    private ExitCode exitCode(PlacedProblems problems) {
        if (problems.count(Severity.ERROR) > 0) {
            return ExitCode.REFUSED;
        }
        return strict && problems.count(Severity.WARNING) > 0 ? ExitCode.FINDINGS : ExitCode.DONE;
    }
}
