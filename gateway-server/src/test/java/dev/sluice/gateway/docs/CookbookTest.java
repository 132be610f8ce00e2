package dev.sluice.gateway.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.gateway.cli.CommandRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.ObjectMapper;

/** Every recipe of the cookbook gives what it says that it gives. */
final class CookbookTest {

    private static final String PAGE = "policy/cookbook.md";
    private static final Pattern ARGUMENTS = Pattern.compile("^`partner: ([a-z]+)`, `catalog: ([a-z]+)`.*");

    @TempDir
    private Path directory;

    /** One recipe. */
    record Recipe(String heading, String partner, String catalog, String bundle, String in, String out) {

        @Override
        public String toString() {
            return heading;
        }
    }

    static Stream<Recipe> recipes() {
        List<MarkdownBlock> blocks = MarkdownBlock.of(PAGE);
        return blocks.stream()
                .filter(block -> block.info().equals("yaml bundle"))
                .map(block -> {
                    Matcher arguments = argumentsOf(block.heading());
                    return new Recipe(
                            block.heading(),
                            arguments.group(1),
                            arguments.group(2),
                            block.text(),
                            text(blocks, block.heading(), "json in"),
                            text(blocks, block.heading(), "json out"));
                });
    }

    @Test
    void hasTenRecipes() {
        // Given
        Stream<Recipe> all = recipes();

        // When
        long count = all.count();

        // Then
        assertThat(count).isEqualTo(10);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("recipes")
    void givesWhatTheRecipeSays(Recipe recipe) throws IOException {
        // Given
        Path bundle = Files.createDirectory(directory.resolve("bundle"));
        Files.writeString(bundle.resolve("recipe.yaml"), recipe.bundle());
        Path in = Files.writeString(directory.resolve("in.json"), recipe.in());

        // When
        CommandRun run = CommandRun.of(
                "filter",
                "--bundle",
                bundle.toString(),
                "--partner",
                recipe.partner(),
                "--catalog",
                recipe.catalog(),
                "--at",
                "2026-11-21T10:00:00Z",
                in.toString());

        // Then
        assertThat(run.exitCode()).as(run.err()).isZero();
        ObjectMapper mapper = new ObjectMapper();
        assertThat(mapper.readTree(MarkdownBlock.withoutHandles(run.out()))).isEqualTo(mapper.readTree(recipe.out()));
    }

    private static String text(List<MarkdownBlock> blocks, String heading, String info) {
        return blocks.stream()
                .filter(block -> block.heading().equals(heading) && block.info().equals(info))
                .findFirst()
                .orElseThrow()
                .text();
    }

    private static Matcher argumentsOf(String heading) {
        List<String> lines = MarkdownBlock.lines(PAGE);
        return lines.subList(lines.indexOf("## " + heading), lines.size()).stream()
                .map(ARGUMENTS::matcher)
                .filter(Matcher::matches)
                .findFirst()
                .orElseThrow();
    }
}
