package dev.sluice.gateway.scenario;

import java.io.PrintStream;
import java.util.Locale;

/** For build servers: the XML that JUnit's runners write, as they all read it. */
public final class JunitReport implements SuiteReport {

    private final Style style;

    public JunitReport(Style style) {
        this.style = style;
    }

    @Override
    public void print(Suite.Outcome outcome, PrintStream out) {
        boolean empty = outcome.results().isEmpty();
        out.println("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
        out.println("<testsuites>");
        out.println("  <testsuite name=\"" + escaped(style.directory().toString()) + "\" tests=\""
                + (empty ? 1 : outcome.results().size()) + "\" failures=\"" + (empty ? 1 : outcome.failed())
                + "\" errors=\"0\" skipped=\"0\">");
        if (empty) {
            out.println("    <testcase name=\"suite\" classname=\"sluice\">");
            out.println("      <failure message=\"no test was run\"/>");
            out.println("    </testcase>");
        }
        outcome.results().forEach(result -> testcase(result, out));
        out.println("  </testsuite>");
        out.println("</testsuites>");
    }

    private void testcase(ScenarioResult result, PrintStream out) {
        String head = String.format(
                Locale.ROOT,
                "    <testcase name=\"%s\" classname=\"%s\" file=\"%s\" line=\"%d\" time=\"%.3f\"",
                escaped(result.scenario().id().name()),
                escaped(result.scenario().given().partner().name()),
                escaped(style.file(result.scenario().location())),
                result.scenario().location().line(),
                result.took().toNanos() / 1e9);
        if (result.passed()) {
            out.println(head + "/>");
            return;
        }
        out.println(head + ">");
        out.println("      <failure message=\"" + escaped(result.findings().size() + " not as expected") + "\">");
        result.findings().forEach(finding -> out.println(escaped(style.line(finding))));
        out.println("      </failure>");
        out.println("    </testcase>");
    }

    /** Also keeps out what XML 1.0 cannot hold. */
    private static String escaped(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                default -> out.appendCodePoint(allowed(c) ? c : '?');
            }
        });
        return out.toString();
    }

    private static boolean allowed(int c) {
        return c == '\t' || c == '\n' || c >= ' ' && c < 0xD800 || c > 0xDFFF && c < 0xFFFE || c > 0xFFFF;
    }
}
