package dev.sluice.policy.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ProblemReportTest {

    private static final SourceText SOURCE =
            SourceText.of("dir/a b.yaml", "one\n\tkey: 😀 value # \"quoted\"\napi_key: s3cret\n");

    @Test
    void showsTheLineAndACaretBelowThePlace() {
        // Given
        Problem problem =
                Problem.warning("some-code", new SourceLocation("dir/a b.yaml", 2, 9), "the `value` is odd", "mend it");

        // When
        String text = report(problem).text();

        // Then
        assertThat(text).isEqualTo("""
                        dir/a b.yaml:2:9: some-code the `value` is odd (warning)
                          2 | \tkey: 😀 value # "quoted"
                            | \t       ^
                          help: mend it
                        """);
    }

    @Test
    void hidesLinesThatMayHoldACredentialAndEscapesWhatATerminalWouldObey() {
        // Given
        Problem problem =
                Problem.error("some-code", new SourceLocation("dir/a b.yaml", 3, 10), "bad `\u001b[31m`\nnext", null);

        // When
        String text = report(problem).text();

        // Then
        assertThat(text).isEqualTo("dir/a b.yaml:3:10: some-code bad `\\u001b[31m`\\u000anext\n");
    }

    @Test
    void showsWhatNobodySeesAsItsEscape() {
        // Given
        SourceText source = SourceText.of("x.yaml", "a\u200B: \u00A0value");
        Problem problem = Problem.error("some-code", new SourceLocation("x.yaml", 1, 6), "bad `a\u200B`", null);

        // When
        String text = new ProblemReport(List.of(problem), Map.of("x.yaml", source)).text();

        // Then
        assertThat(text).isEqualTo("""
                x.yaml:1:6: some-code bad `a\\u200b`
                  1 | a\\u200b: \\u00a0value
                    |                ^
                """);
    }

    @Test
    void tellsAHundredAndCountsTheRest() {
        // Given
        List<Problem> problems = IntStream.rangeClosed(1, 103)
                .mapToObj(i -> Problem.error("some-code", new SourceLocation("x.yaml", i, 1), "bad", null))
                .toList();
        ProblemReport report = new ProblemReport(problems, Map.of());

        // When
        String text = report.text();

        // Then
        assertThat(text.lines()).hasSize(101).last().isEqualTo("and 3 more");
        assertThat(report.json()).startsWith("{\"errors\":103,\"warnings\":0,\"more\":3,\"problems\":[{");
        assertThat(report.sarif()).endsWith("\"properties\":{\"more\":3}}]}");
    }

    @Test
    void writesJson() {
        // Given
        Problem problem = Problem.error("some-code", new SourceLocation("ä.yaml", 2, 9), "a \"b\" \\ \n", "h");

        // When
        String json = report(problem).json();

        // Then
        assertThat(json)
                .isEqualTo(
                        "{\"errors\":1,\"warnings\":0,\"more\":0,\"problems\":[{\"severity\":\"error\",\"code\":\"some-code\","
                                + "\"file\":\"\\u00e4.yaml\",\"line\":2,\"column\":9,\"message\":\"a \\\"b\\\" \\\\ \\u000a\","
                                + "\"help\":\"h\"}]}");
    }

    @Test
    void writesSarif() {
        // Given
        Problem problem = Problem.warning("some-code", new SourceLocation("dir/a b.yaml", 2, 9), "odd", "mend it");

        // When
        String sarif = report(problem).sarif();

        // Then
        assertThat(sarif)
                .isEqualTo(
                        "{\"$schema\":\"https://json.schemastore.org/sarif-2.1.0.json\",\"version\":\"2.1.0\",\"runs\":["
                                + "{\"columnKind\":\"unicodeCodePoints\",\"tool\":{\"driver\":{\"name\":\"Sluice\",\"rules\":["
                                + "{\"id\":\"some-code\"}]}},\"results\":[{\"ruleId\":\"some-code\",\"level\":\"warning\",\"message\":"
                                + "{\"text\":\"odd (help: mend it)\"},\"locations\":[{\"physicalLocation\":{\"artifactLocation\":"
                                + "{\"uri\":\"dir/a%20b.yaml\"},\"region\":{\"startLine\":2,\"startColumn\":9}}}]}]}]}");
    }

    private static ProblemReport report(Problem problem) {
        return new ProblemReport(List.of(problem), Map.of(SOURCE.file(), SOURCE));
    }
}
