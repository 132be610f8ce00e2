package dev.sluice.gateway.cli;

import dev.sluice.policy.diagnostic.Problem;
import dev.sluice.policy.diagnostic.Severity;
import java.io.PrintStream;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Problems for code hosts and editors: SARIF 2.1.0 (OASIS), one run with one result for each problem. */
final class SarifReport implements ProblemReport {

    @Override
    public void print(List<Problem> problems, SourceLines sources, PrintStream out) {
        JsonMapper mapper = new JsonMapper();
        ObjectNode log = mapper.createObjectNode();
        log.put("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
        log.put("version", "2.1.0");
        ObjectNode run = log.putArray("runs").addObject();
        ObjectNode driver = run.putObject("tool").putObject("driver");
        driver.put("name", "sluice");
        ArrayNode rules = driver.putArray("rules");
        problems.stream()
                .map(Problem::code)
                .distinct()
                .sorted()
                .forEach(code -> rules.addObject().put("id", code));
        // SARIF counts columns in UTF-16 units unless the run says that they are code points.
        run.put("columnKind", "unicodeCodePoints");
        ArrayNode results = run.putArray("results");
        problems.forEach(problem -> describe(problem, sources, results.addObject()));
        out.println(mapper.writerWithDefaultPrettyPrinter().writeValueAsString(log));
    }

    private static void describe(Problem problem, SourceLines sources, ObjectNode result) {
        result.put("ruleId", problem.code());
        result.put("level", problem.severity() == Severity.ERROR ? "error" : "warning");
        String help = problem.help() == null ? "" : "; " + problem.help();
        result.putObject("message").put("text", problem.message() + help);
        ObjectNode place = result.putArray("locations").addObject().putObject("physicalLocation");
        place.putObject("artifactLocation")
                .put("uri", sources.path(problem.location()).replace('\\', '/').replace(" ", "%20"));
        place.putObject("region")
                .put("startLine", problem.location().line())
                .put("startColumn", problem.location().column());
    }
}
