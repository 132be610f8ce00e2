package dev.sluice.policy.diagnostic;

import java.util.List;
import java.util.Map;

/**
 * Problems made readable: for people, for programs (JSON), for code hosts (SARIF 2.1.0). At most {@link #MOST} are
 * told; a report
 * says how many more there are.
 */
public final class ProblemReport {

    /** No author reads more at once. */
    public static final int MOST = 100;

    private final List<Problem> problems;
    private final Map<String, SourceText> sources;

    /**
     * @param problems in the order in which they are told
     * @param sources the texts that they stand in, by file name; where one is missing its lines are not shown
     */
    public ProblemReport(List<Problem> problems, Map<String, SourceText> sources) {
        this.problems = List.copyOf(problems);
        this.sources = Map.copyOf(sources);
    }

    /** {@code file:line:column: code message}, the line, a caret below the place, and the help. */
    public String text() {
        StringBuilder out = new StringBuilder();
        TextProblem renderer = new TextProblem(sources);
        told().forEach(problem -> renderer.append(out, problem));
        if (more() > 0) {
            out.append("and ").append(more()).append(" more\n");
        }
        return out.toString();
    }

    /** {@code {"errors": n, "warnings": n, "more": n, "problems": […]}}; counts are of all problems. */
    public String json() {
        JsonText json = new JsonText();
        json.beginObject()
                .number("errors", count(Severity.ERROR))
                .number("warnings", count(Severity.WARNING))
                .number("more", more())
                .beginArray("problems");
        for (Problem problem : told()) {
            json.beginObject()
                    .text("severity", problem.severity() == Severity.ERROR ? "error" : "warning")
                    .text("code", problem.code())
                    .text("file", problem.location().file())
                    .number("line", problem.location().line())
                    .number("column", problem.location().column())
                    .text("message", problem.message());
            if (problem.help() != null) {
                json.text("help", problem.help());
            }
            json.endObject();
        }
        return json.endArray().endObject().toString();
    }

    /** One run of SARIF 2.1.0 (OASIS). */
    public String sarif() {
        return new SarifLog(told(), more()).toString();
    }

    private List<Problem> told() {
        return problems.subList(0, Math.min(MOST, problems.size()));
    }

    private int more() {
        return Math.max(0, problems.size() - MOST);
    }

    private int count(Severity severity) {
        return (int) problems.stream()
                .filter(problem -> problem.severity() == severity)
                .count();
    }
}
