package dev.sluice.gateway.cli;

import dev.sluice.gateway.overview.Matrix;
import dev.sluice.gateway.overview.MatrixPage;
import dev.sluice.gateway.overview.MatrixTable;
import dev.sluice.policy.repository.ReadyBundle;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sluice matrix}: partners against categories. */
@Command(
        name = "matrix",
        header = "Shows which partner may get which category at best: a table of partners and categories.",
        description = {"", "--format html writes one page that needs nothing else, with the rules behind each cell."},
        footer = {"", "Exit codes: 0 shown, 2 bad bundle."})
final class MatrixCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(paramLabel = "BUNDLE", description = "The bundle's directory.")
    private Path bundle;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Format format;

    /** How it is written. */
    enum Format {
        TEXT,
        CSV,
        HTML;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    MatrixCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        ReadyBundle ready = OpenedBundle.of(bundle, null, terminal);
        Matrix matrix = Matrix.of(ready, Instant.now());
        PrintStream out = terminal.print();
        switch (format) {
            case TEXT -> new MatrixTable(matrix).text(out);
            case CSV -> new MatrixTable(matrix).csv(out);
            case HTML ->
                new MatrixPage(
                                bundle.normalize() + ", version "
                                        + ready.loaded().version().brief(),
                                matrix)
                        .print(out);
        }
        out.flush();
        return ExitCode.DONE.code();
    }
}
