package dev.sluice.policy.diagnostic;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;

/**
 * Problems as one run of SARIF 2.1.0 (OASIS Standard, 27 March 2020), the format that code hosts show beside the lines.
 */
final class SarifLog {

    private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

    private final List<Problem> problems;
    private final int more;

    SarifLog(List<Problem> problems, int more) {
        this.problems = problems;
        this.more = more;
    }

    @Override
    public String toString() {
        JsonText json = new JsonText();
        json.beginObject()
                .text("$schema", SCHEMA)
                .text("version", "2.1.0")
                .beginArray("runs")
                .beginObject()
                .text("columnKind", "unicodeCodePoints");
        tool(json);
        json.beginArray("results");
        problems.forEach(problem -> result(json, problem));
        json.endArray();
        if (more > 0) {
            json.beginObject("properties").number("more", more).endObject();
        }
        return json.endObject().endArray().endObject().toString();
    }

    private void tool(JsonText json) {
        json.beginObject("tool").beginObject("driver").text("name", "Sluice").beginArray("rules");
        problems.stream()
                .map(Problem::code)
                .distinct()
                .sorted()
                .forEach(code -> json.beginObject().text("id", code).endObject());
        json.endArray().endObject().endObject();
    }

    private static void result(JsonText json, Problem problem) {
        SourceLocation location = problem.location();
        String help = problem.help() == null ? "" : " (help: " + problem.help() + ")";
        json.beginObject()
                .text("ruleId", problem.code())
                .text("level", problem.severity() == Severity.ERROR ? "error" : "warning")
                .beginObject("message")
                .text("text", problem.message() + help)
                .endObject()
                .beginArray("locations")
                .beginObject()
                .beginObject("physicalLocation")
                .beginObject("artifactLocation")
                .text("uri", uri(location.file()))
                .endObject()
                .beginObject("region")
                .number("startLine", location.line())
                .number("startColumn", location.column())
                .endObject()
                .endObject()
                .endObject()
                .endArray()
                .endObject();
    }

    private static String uri(String file) {
        try {
            return new URI(null, null, file, null).toASCIIString();
        } catch (URISyntaxException e) {
            return "";
        }
    }
}
