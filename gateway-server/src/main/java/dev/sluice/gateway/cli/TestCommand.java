package dev.sluice.gateway.cli;

import dev.sluice.gateway.scenario.JsonReport;
import dev.sluice.gateway.scenario.JunitReport;
import dev.sluice.gateway.scenario.Suite;
import dev.sluice.gateway.scenario.SuiteReport;
import dev.sluice.gateway.scenario.TextReport;
import dev.sluice.policy.repository.ReadyBundle;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sluice test}: a bundle's tests, and what no test reaches. */
@Command(
        name = "test",
        header = "Runs the tests of a bundle and tells which outcomes of which rules none of them reaches.",
        description = {
            "",
            "Each `kind: Test` goes through the engine and the decisions of the gateway, at its own instant. What "
                    + "differs is shown with the values of the test's own documents; --hide-values keeps them back."
        },
        footer = {"", "Exit codes: 0 all passed, 1 a test failed or there was none, 2 bad bundle."})
final class TestCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(paramLabel = "BUNDLE", description = "The bundle's directory.")
    private Path bundle;

    @Option(names = "--filter", paramLabel = "NAME", description = "Only tests of this id; `*` stands for any text.")
    private @Nullable String filter;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Format format;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "The gateway's file, for its keys; else they are made up.")
    private @Nullable Path config;

    @Option(names = "--hide-values", description = "Shows no values, where tests rest on documents of real people.")
    private boolean hideValues;

    /** How the report is written. */
    enum Format {
        TEXT,
        JSON,
        JUNIT;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    TestCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        ReadyBundle ready = OpenedBundle.of(bundle, config, terminal);
        Suite.Outcome outcome = Suite.run(ready.loaded().model(), ready.decisions(), bundle, wanted());
        if (!outcome.problems().isEmpty()) {
            throw OpenedBundle.refused(bundle, outcome.problems(), ready, terminal);
        }
        PrintStream out = terminal.print();
        report().print(outcome, out);
        out.flush();
        return (outcome.passed() ? ExitCode.DONE : ExitCode.FINDINGS).code();
    }

    private SuiteReport report() {
        SuiteReport.Style style = new SuiteReport.Style(bundle, !hideValues);
        return switch (format) {
            case TEXT -> new TextReport(style);
            case JSON -> new JsonReport(style);
            case JUNIT -> new JunitReport(style);
        };
    }

    private Predicate<String> wanted() {
        if (filter == null) {
            return id -> true;
        }
        String pattern = Pattern.compile("\\*")
                .splitAsStream(filter + "\0")
                .map(part -> part.replace("\0", ""))
                .map(Pattern::quote)
                .reduce((one, other) -> one + ".*" + other)
                .orElse("");
        return Pattern.compile(pattern).asMatchPredicate();
    }
}
