package dev.sluice.gateway.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.gateway.cli.CommandRun;
import dev.sluice.gateway.docs.Page.Block;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every decision rule has a bundle that shows it, and the page shows what stands in that bundle and what the program says of it. */
final class DecisionRulesTest {

    private static final Page PAGE = Page.of("policy/decision-rules.md");
    private static final Path EXAMPLES = Path.of("../docs/examples/rules");
    private static final Pattern RULE = Pattern.compile("(?m)^## (B\\d+)\\. ");
    private static final Pattern CUT = Pattern.compile("(?:yaml from|json in|json out|text check)=(b\\d\\d)");
    private static final Pattern COVERAGE = Pattern.compile("coverage: (\\d+) of (\\d+) outcomes");

    /** An outage is the one thing that no bundle can show. */
    private static final String WITHOUT_EXAMPLE = "B8";

    private static final List<Block> BLOCKS = PAGE.blocks();

    static List<String> examples() throws IOException {
        try (Stream<Path> folders = Files.list(EXAMPLES)) {
            return folders.map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    private static boolean isRefused(String example) {
        return BLOCKS.stream().anyMatch(block -> block.info().equals("text check=" + example));
    }

    static Stream<String> soundExamples() throws IOException {
        return examples().stream().filter(example -> !isRefused(example));
    }

    static Stream<Block> refusals() {
        return BLOCKS.stream().filter(block -> block.info().startsWith("text check="));
    }

    @Test
    void tellsSixteenRulesInOrder() {
        List<String> told =
                RULE.matcher(PAGE.text()).results().map(rule -> rule.group(1)).toList();

        assertThat(told)
                .isEqualTo(IntStream.rangeClosed(1, 16).mapToObj(k -> "B" + k).toList());
    }

    @Test
    void showsAnExampleUnderEachRuleAndUsesAll() throws IOException {
        List<String> shown = new ArrayList<>();
        for (String section : PAGE.text().split("(?m)^(?=## B)")) {
            Matcher rule = RULE.matcher(section);
            for (Block block : new Page(PAGE.file(), section).blocks()) {
                Matcher cut = CUT.matcher(block.info());
                if (cut.matches()) {
                    assertThat(rule.lookingAt()).isTrue();
                    assertThat(cut.group(1)).isEqualTo("b%02d".formatted(number(rule.group(1))));
                    shown.add(cut.group(1));
                }
            }
        }

        assertThat(shown.stream().distinct().toList()).isEqualTo(examples());
        assertThat(examples()).hasSize(15).doesNotContain("b%02d".formatted(number(WITHOUT_EXAMPLE)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("soundExamples")
    void anExampleIsCleanAndItsTestsReachEveryOutcome(String example) {
        String folder = EXAMPLES.resolve(example).toString();

        CommandRun check = CommandRun.of("check", "--strict", folder);
        CommandRun test = CommandRun.of("test", folder);

        assertThat(check.exitCode()).as(check.out()).isZero();
        assertThat(test.exitCode()).as(test.out() + test.err()).isZero();
        Matcher coverage = COVERAGE.matcher(test.out());
        assertThat(coverage.find()).isTrue();
        assertThat(coverage.group(1)).isEqualTo(coverage.group(2));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refusals")
    void aRefusedExampleIsRefusedInTheseWords(Block shown) {
        String folder = EXAMPLES + "/" + shown.info().substring("text check=".length());

        CommandRun check = CommandRun.of("check", folder);

        assertThat(check.exitCode()).isEqualTo(2);
        assertThat(check.out().replace("../docs", "docs")).isEqualTo(shown.text());
    }

    @Test
    void whatThePageShowsStandsInTheExamples() throws IOException {
        for (int k = 0; k < BLOCKS.size(); k++) {
            Block block = BLOCKS.get(k);
            if (block.info().startsWith("yaml from=")) {
                assertThat(example(block)).contains(stripped(block.text()));
            } else if (block.info().startsWith("json in=")) {
                Block out = BLOCKS.get(k + 1);
                assertThat(out.info()).isEqualTo(block.info().replace("in=", "out="));
                assertThat(example(block))
                        .contains("\ninput: |\n" + stripped(block.text()) + "expect:\noutput: |\n"
                                + stripped(out.text()));
            }
        }
    }

    private static String example(Block block) throws IOException {
        String folder = block.info().replaceFirst(".*=", "");
        return stripped(Files.readString(EXAMPLES.resolve(folder).resolve("rule.yaml")));
    }

    /** Without what the lines are indented by, which differs with the place that they are cut from. */
    private static String stripped(String text) {
        StringBuilder stripped = new StringBuilder();
        text.lines().forEach(line -> stripped.append(line.strip()).append('\n'));
        return stripped.toString();
    }

    private static int number(String rule) {
        return Integer.parseInt(rule.substring(1));
    }
}
