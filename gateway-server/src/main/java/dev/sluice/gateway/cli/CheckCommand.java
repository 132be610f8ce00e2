package dev.sluice.gateway.cli;

import dev.sluice.policy.diagnostic.InvalidBundleException;
import dev.sluice.policy.diagnostic.Problem;
import dev.sluice.policy.diagnostic.Severity;
import dev.sluice.policy.repository.BundleLoader;
import dev.sluice.policy.repository.LoadedBundle;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
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

    @Parameters(paramLabel = "BUNDLE", description = "The bundle's directory.")
    private Path bundle;

    @Option(names = "--strict", description = "Warnings fail too.")
    private boolean strict;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private ProblemReport.Format format;

    CheckCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        PrintStream out = terminal.print();
        List<Problem> problems;
        try {
            LoadedBundle loaded = new BundleLoader(Clock.systemUTC()).load(bundle);
            problems = loaded.warnings();
            format.report().print(problems, new SourceLines(bundle, loaded.sources()), out);
            if (format == ProblemReport.Format.TEXT) {
                out.println(BundleSummary.of(bundle, loaded));
            }
        } catch (InvalidBundleException e) {
            problems = e.problems();
            format.report().print(problems, new SourceLines(bundle, e.sources()), out);
        }
        out.flush();
        return exitCode(problems).code();
    }

    private ExitCode exitCode(List<Problem> problems) {
        if (ProblemReport.count(problems, Severity.ERROR) > 0) {
            return ExitCode.REFUSED;
        }
        return strict && !problems.isEmpty() ? ExitCode.FINDINGS : ExitCode.DONE;
    }
}
