package dev.sluice.gateway.scenario;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** For programs. */
public final class JsonReport implements SuiteReport {

    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Style style;

    public JsonReport(Style style) {
        this.style = style;
    }

    @Override
    public void print(Suite.Outcome outcome, PrintStream out) {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("passed", outcome.passed());
        report.put("tests", outcome.results().stream().map(this::test).toList());
        report.put("coverage", coverage(outcome.coverage()));
        out.println(MAPPER.writeValueAsString(report));
    }

    private Map<String, Object> coverage(Coverage coverage) {
        List<Coverage.Gap> gaps = coverage.gaps();
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("outcomes", coverage.reachable());
        entry.put("reached", coverage.reachable() - gaps.size());
        entry.put("gaps", gaps.stream().map(this::gap).toList());
        return entry;
    }

    private Map<String, Object> test(ScenarioResult result) {
        Map<String, Object> test = new LinkedHashMap<>();
        test.put("id", result.scenario().id().name());
        test.put("file", style.file(result.scenario().location()));
        test.put("line", result.scenario().location().line());
        test.put("passed", result.passed());
        test.put("findings", result.findings().stream().map(this::finding).toList());
        return test;
    }

    private Map<String, Object> finding(Finding finding) {
        Map<String, Object> entry = new LinkedHashMap<>();
        String at = style.at(finding);
        if (at != null) {
            entry.put("path", at);
        }
        entry.put("message", finding.message());
        if (style.values() && finding.expected() != null) {
            entry.put("expected", finding.expected());
        }
        if (style.values() && finding.left() != null) {
            entry.put("got", finding.left());
        }
        return entry;
    }

    private Map<String, Object> gap(Coverage.Gap gap) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("file", style.file(gap.rule().location()));
        entry.put("line", gap.rule().location().line());
        entry.put("rule", gap.rule().name());
        entry.put("subject", gap.rule().subject());
        entry.put("never", gap.outcome().text());
        return entry;
    }
}
