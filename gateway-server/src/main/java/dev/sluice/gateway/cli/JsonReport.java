package dev.sluice.gateway.cli;

import dev.sluice.policy.diagnostic.Problem;
import dev.sluice.policy.diagnostic.Severity;
import java.io.PrintStream;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Problems for programs: one JSON document with an array of them. */
final class JsonReport implements ProblemReport {

    @Override
    public void print(List<Problem> problems, SourceLines sources, PrintStream out) {
        JsonMapper mapper = new JsonMapper();
        ObjectNode report = mapper.createObjectNode();
        ArrayNode list = report.putArray("problems");
        for (Problem problem : problems) {
            ObjectNode entry = list.addObject();
            entry.put("severity", problem.severity() == Severity.ERROR ? "error" : "warning");
            entry.put("code", problem.code());
            entry.put("file", sources.path(problem.location()));
            entry.put("line", problem.location().line());
            entry.put("column", problem.location().column());
            entry.put("message", problem.message());
            entry.put("help", problem.help());
        }
        report.put("errors", ProblemReport.count(problems, Severity.ERROR));
        report.put("warnings", ProblemReport.count(problems, Severity.WARNING));
        out.println(mapper.writerWithDefaultPrettyPrinter().writeValueAsString(report));
    }
}
