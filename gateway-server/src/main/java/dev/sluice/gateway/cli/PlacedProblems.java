package dev.sluice.gateway.cli;

import dev.sluice.policy.diagnostic.Problem;
import dev.sluice.policy.diagnostic.ProblemReport;
import dev.sluice.policy.diagnostic.Severity;
import dev.sluice.policy.diagnostic.SourceLocation;
import dev.sluice.policy.diagnostic.SourceText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Problems whose files are named as a person at this terminal would name them, so that an editor opens them. */
final class PlacedProblems {

    private static final Pattern PLACE = Pattern.compile("([^\\s`(]+)(:\\d+:\\d+)");

    /** How a report is written, by the word at the command line. */
    enum Format {
        TEXT,
        JSON,
        SARIF;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final List<Problem> problems = new ArrayList<>();
    private final Map<String, SourceText> sources = new HashMap<>();

    /** @param directory what the problems' files are relative to, as it was named at the command line */
    void add(Path directory, List<Problem> found, Map<String, SourceText> texts) {
        texts.forEach((file, text) -> {
            String name = name(directory, file);
            sources.put(name, new SourceText(name, text.lines()));
        });
        for (Problem problem : found) {
            SourceLocation place = problem.location();
            String file = texts.containsKey(place.file()) || !isNameOf(directory, place.file())
                    ? name(directory, place.file())
                    : directory.normalize().toString();
            problems.add(new Problem(
                    problem.severity(),
                    problem.code(),
                    new SourceLocation(file, place.line(), place.column()),
                    placed(directory, problem.message(), texts.keySet()),
                    problem.help() == null ? null : placed(directory, problem.help(), texts.keySet())));
        }
    }

    /** Other places that the words speak of are named like the problem's own. */
    private static String placed(Path directory, String words, Set<String> files) {
        return PLACE.matcher(words)
                .replaceAll(place -> Matcher.quoteReplacement(
                        files.contains(place.group(1))
                                ? name(directory, place.group(1)) + place.group(2)
                                : place.group()));
    }

    long count(Severity severity) {
        return problems.stream()
                .filter(problem -> problem.severity() == severity)
                .count();
    }

    /** The report, with a line end. */
    String report(Format format) {
        ProblemReport report = new ProblemReport(problems, sources);
        return switch (format) {
            case TEXT -> report.text() + summary();
            case JSON -> report.json() + "\n";
            case SARIF -> report.sarif() + "\n";
        };
    }

    private String summary() {
        long errors = count(Severity.ERROR);
        long warnings = count(Severity.WARNING);
        return errors + warnings == 0 ? "" : counted(errors, "error") + ", " + counted(warnings, "warning") + "\n";
    }

    private static String counted(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }

    private static boolean isNameOf(Path directory, String file) {
        return String.valueOf(directory.getFileName()).equals(file);
    }

    private static String name(Path directory, String file) {
        return directory.resolve(file).normalize().toString().replace('\\', '/');
    }
}
