package dev.sluice.gateway.cli;

import java.util.Locale;
import picocli.CommandLine.Option;

/** The option of commands whose report is for people, or for programs. */
final class ReportFormat {

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Word word;

    private enum Word {
        TEXT,
        JSON;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    boolean json() {
        return word == Word.JSON;
    }
}
