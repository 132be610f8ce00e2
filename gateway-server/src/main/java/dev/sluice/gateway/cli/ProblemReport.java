package dev.sluice.gateway.cli;

import dev.sluice.policy.diagnostic.Problem;
import dev.sluice.policy.diagnostic.Severity;
import java.io.PrintStream;
import java.util.List;

/** All problems of a bundle or a configuration, in the format that was asked for. */
interface ProblemReport {

    void print(List<Problem> problems, SourceLines sources, PrintStream out);

    /** The formats by the word that names them at the command line. */
    enum Format {
        TEXT,
        JSON,
        SARIF;

        ProblemReport report() {
            return switch (this) {
                case TEXT -> new TextReport();
                case JSON -> new JsonReport();
                case SARIF -> new SarifReport();
            };
        }

        @Override
        public String toString() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** How many of the problems are of a kind. */
    static long count(List<Problem> problems, Severity severity) {
        return problems.stream()
                .filter(problem -> problem.severity() == severity)
                .count();
    }
}
