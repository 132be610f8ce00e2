package dev.sluice.policy.diagnostic;

import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes one problem for people. Lines that may hold a credential or somebody's address are not shown; what a terminal
 * would obey, or nobody would see, is shown as its escape.
 */
final class TextProblem {

    private static final Pattern CREDENTIAL =
            Pattern.compile("api_key|sha256|secret|password|token(?!ize)|private key|jwk:", Pattern.CASE_INSENSITIVE);
    private static final Pattern ADDRESS = Pattern.compile("[^\\s@]@[^\\s@]");
    private static final int LONGEST_LINE = 160;

    private final Map<String, SourceText> sources;

    TextProblem(Map<String, SourceText> sources) {
        this.sources = sources;
    }

    void append(StringBuilder out, Problem problem) {
        SourceLocation location = problem.location();
        out.append(location).append(": ").append(problem.code()).append(' ');
        out.append(VisibleText.of(problem.message()));
        out.append(problem.severity() == Severity.WARNING ? " (warning)\n" : "\n");
        SourceText source = sources.get(location.file());
        String line = source == null ? "" : source.line(location.line());
        if (!line.isBlank()
                && !CREDENTIAL.matcher(line).find()
                && !ADDRESS.matcher(line).find()
                && line.codePointCount(0, line.length()) >= location.column()) {
            appendLine(out, line, location);
        }
        if (problem.help() != null) {
            out.append("  help: ").append(VisibleText.of(problem.help())).append('\n');
        }
    }

    private static void appendLine(StringBuilder out, String line, SourceLocation location) {
        int caret = line.offsetByCodePoints(0, location.column() - 1);
        int from = caret < LONGEST_LINE ? 0 : line.offsetByCodePoints(caret, -LONGEST_LINE / 2);
        String shown = line.substring(from, Math.min(line.length(), from + LONGEST_LINE));
        String number = String.valueOf(location.line());
        out.append("  ")
                .append(number)
                .append(" | ")
                .append(visible(shown.stripTrailing()))
                .append('\n');
        out.append("  ").append(" ".repeat(number.length())).append(" | ");
        visible(line.substring(from, caret)).codePoints().forEach(c -> out.append(c == '\t' ? '\t' : ' '));
        out.append("^\n");
    }

    /** Tabs stay, so that the caret stands below its place. */
    private static String visible(String line) {
        return Stream.of(line.split("\t", -1)).map(VisibleText::of).collect(Collectors.joining("\t"));
    }
}
