package dev.sluice.gateway.cli;

import dev.sluice.policy.diagnostic.Problem;
import dev.sluice.policy.diagnostic.Severity;
import dev.sluice.policy.diagnostic.SourceLocation;
import java.io.PrintStream;
import java.util.List;

/** Problems for people: the place first, the line with a caret, the help, and a count at the end. */
final class TextReport implements ProblemReport {

    @Override
    public void print(List<Problem> problems, SourceLines sources, PrintStream out) {
        for (Problem problem : problems) {
            print(problem, sources, out);
        }
        long errors = ProblemReport.count(problems, Severity.ERROR);
        long warnings = ProblemReport.count(problems, Severity.WARNING);
        if (errors + warnings > 0) {
            out.println(counted(errors, "error") + ", " + counted(warnings, "warning"));
        }
    }

    private static void print(Problem problem, SourceLines sources, PrintStream out) {
        SourceLocation place = problem.location();
        String mildness = problem.severity() == Severity.WARNING ? " (warning)" : "";
        out.println(sources.path(place) + ":" + place.line() + ":" + place.column() + ": " + problem.code() + " "
                + problem.message() + mildness);
        sources.line(place).ifPresent(line -> {
            String number = String.valueOf(place.line());
            out.println("  " + number + " | " + line.replace('\t', ' '));
            out.println("  " + " ".repeat(number.length()) + " | " + before(line, place.column()) + "^");
        });
        if (problem.help() != null) {
            out.println("  help: " + problem.help());
        }
        out.println();
    }

    /** Blanks up to a column that counts code points. */
    private static String before(String line, int column) {
        int width = Math.min(column - 1, line.codePointCount(0, line.length()));
        return " ".repeat(Math.max(0, width));
    }

    private static String counted(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }
}
