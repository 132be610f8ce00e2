package dev.sluice.policy.yaml;

import dev.sluice.policy.diagnostic.Problems;
import dev.sluice.policy.diagnostic.SourceLocation;
import dev.sluice.policy.diagnostic.SourceText;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/** Says in our words what the YAML library stumbled over. */
final class SyntaxProblem {

    private static final Pattern PATH_MARKS = Pattern.compile("[*\\[\\]{}?&@`%!]");
    private static final Pattern TAB_IN_FRONT = Pattern.compile("[\\s-]*\\t.*");

    private final SourceText source;
    private final Problems problems;

    SyntaxProblem(SourceText source, Problems problems) {
        this.source = source;
        this.problems = problems;
    }

    void add(MarkedYamlEngineException trouble) {
        boolean unended = oneLine(trouble.getProblem()).contains("end of stream");
        SourceLocation location = trouble.getContextMark()
                .filter(mark -> unended)
                .or(trouble::getProblemMark)
                .map(mark -> new SourceLocation(source.file(), mark.getLine() + 1, mark.getColumn() + 1))
                .orElseGet(() -> new SourceLocation(source.file(), 1, 1));
        String line = source.line(location.line());
        if (TAB_IN_FRONT.matcher(line).matches()) {
            problems.error(
                    "tab-indentation",
                    location,
                    "a tab stands in the indentation (expected: spaces)",
                    "indent with spaces");
            return;
        }
        if (unended) {
            problems.error(
                    "yaml-syntax",
                    location,
                    "the file is not YAML here: what begins here is never closed",
                    "put the closing quote where the text ends");
            return;
        }
        problems.error(
                "yaml-syntax", location, "the file is not YAML here: " + oneLine(trouble.getProblem()), help(line));
    }

    private static @Nullable String help(String line) {
        if (PATH_MARKS.matcher(line).find()) {
            return "where a path or text holds `*`, `[`, `{`, `?`, `&`, `@` or `!`, put it in quotes";
        }
        return null;
    }

    private static String oneLine(@Nullable String text) {
        return text == null ? "unreadable" : text.replaceAll("\\s+", " ").strip();
    }
}
