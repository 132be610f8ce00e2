package dev.sluice.gateway.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.gateway.cli.CommandRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every recipe of the cookbook gives what it says that it gives. */
final class CookbookTest {

    private static final Page PAGE = Page.of("policy/cookbook.md");
    private static final Pattern INDEX_ENTRY = Pattern.compile("(?m)^\\| \\[([^\\]]+)]\\(([^)]+)\\)");
    private static final Pattern PROBLEM = Pattern.compile("(?m)^\\S+:\\d+:\\d+: ([a-z0-9-]+) ");

    /** The shop has partners for all recipes; no recipe speaks of all of them. */
    private static final String IDLE_PARTNER = "partner-without-policy";

    @TempDir
    private Path directory;

    static Stream<Recipe> recipes() {
        return Recipe.of(PAGE).stream();
    }

    @Test
    void indexLeadsToEveryRecipe() {
        // Given
        List<String> recipes =
                recipes().map(recipe -> recipe.wish() + " " + recipe.anchor()).toList();

        // When
        List<String> index = INDEX_ENTRY
                .matcher(PAGE.text())
                .results()
                .map(entry -> entry.group(1) + " " + entry.group(2))
                .toList();

        // Then
        assertThat(index).isEqualTo(recipes).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("recipes")
    void givesWhatItSays(Recipe recipe) throws IOException {
        save(recipe);

        int outcomes = check(recipe) + test(recipe) + filter(recipe);

        assertThat(outcomes).isPositive();
    }

    private void save(Recipe recipe) throws IOException {
        Files.createDirectory(directory.resolve("bundle"));
        for (Page.Block block : PAGE.blocks()) {
            if (block.info().equals("yaml file=bundle/shop.yaml")) {
                block.saveBelow(directory);
            }
        }
        for (Page.Block block : recipe.blocks()) {
            block.saveBelow(directory);
        }
        Files.writeString(
                directory.resolve("bundle/recipe.yaml"),
                recipe.texts("yaml bundle").get(0));
    }

    /** A recipe has no problem but the one that it shows. */
    private int check(Recipe recipe) {
        List<String> shown = recipe.texts("text check");
        CommandRun run = run("check bundle");
        if (shown.isEmpty()) {
            assertThat(run.exitCode()).as(run.out()).isZero();
            assertThat(PROBLEM.matcher(run.out()).results().map(problem -> problem.group(1)))
                    .as(run.out())
                    .allMatch(IDLE_PARTNER::equals);
        } else {
            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.out()).startsWith(shown.get(0)).contains("1 error, ");
        }
        return shown.size();
    }

    private int test(Recipe recipe) {
        List<String> shown = recipe.texts("text test");
        if (!shown.isEmpty()) {
            assertThat(run("test bundle").out()).isEqualTo(shown.get(0));
        }
        return shown.size();
    }

    private int filter(Recipe recipe) throws IOException {
        List<String> shown = recipe.texts("json out");
        assertThat(recipe.options()).as("an outcome for each run").hasSameSizeAs(shown);
        for (int i = 0; i < shown.size(); i++) {
            Files.writeString(
                    directory.resolve("in.json"), recipe.texts("json in").get(0));
            String options = recipe.options().get(i);
            String at = options.contains("--at ") ? "" : "--at 2026-11-21T10:00:00Z ";
            CommandRun run = run("filter --bundle bundle " + at + options + " in.json");
            assertThat(run.exitCode()).as(run.err()).isZero();
            ShownJson.compare(options, run.out(), shown.get(i));
        }
        return shown.size();
    }

    /** Runs a command as if in the directory. */
    private CommandRun run(String line) {
        List<String> arguments = new ArrayList<>();
        for (String word : line.split(" ")) {
            Path file = directory.resolve(word);
            arguments.add(Files.exists(file) ? file.toString() : word);
        }
        CommandRun run = CommandRun.of(arguments.toArray(String[]::new));
        return new CommandRun(run.exitCode(), run.out().replace(directory + "/", ""), run.err());
    }
}
