package dev.sluice.gateway.scenario;

import java.io.PrintStream;
import java.util.List;

/** For people: each test in a line, what went wrong below it, then what no test reaches. */
public final class TextReport implements SuiteReport {

    private final Style style;

    public TextReport(Style style) {
        this.style = style;
    }

    @Override
    public void print(Suite.Outcome outcome, PrintStream out) {
        for (ScenarioResult result : outcome.results()) {
            out.println(
                    (result.passed() ? "pass  " : "FAIL  ") + result.scenario().id() + "  ("
                            + style.place(result.scenario().location()) + ")");
            result.findings().forEach(finding -> out.println("      " + mark(finding) + " " + style.line(finding)));
        }
        if (outcome.results().isEmpty()) {
            out.println("no test was run: a suite without tests proves nothing, and fails");
        }
        coverage(outcome.coverage(), out);
        int tests = outcome.results().size();
        out.println(tests + (tests == 1 ? " test, " : " tests, ") + outcome.failed() + " failed");
    }

    /** As in a difference of texts: what is missing, what is too much, what is otherwise. */
    private static String mark(Finding finding) {
        if (finding.expected() != null) {
            return finding.left() == null ? "-" : "~";
        }
        return finding.left() == null ? "!" : "+";
    }

    private void coverage(Coverage coverage, PrintStream out) {
        List<Coverage.Gap> gaps = coverage.gaps();
        out.println("coverage: " + (coverage.reachable() - gaps.size()) + " of " + coverage.reachable()
                + " outcomes of rules" + (gaps.isEmpty() ? "" : "; no test reaches"));
        for (Coverage.Gap gap : gaps) {
            out.println("  " + style.place(gap.rule().location()) + "  "
                    + gap.rule().name() + ": " + gap.rule().subject() + " "
                    + gap.outcome().text());
        }
    }
}
