package dev.sluice.gateway.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.gateway.cli.CommandRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.ObjectMapper;

/** The tutorial, step by step: files are saved, edited and commands run as it says, and what it shows is what comes. */
final class TutorialTest {

    @TempDir
    private Path directory;

    private CommandRun last = new CommandRun(0, "", "");
    private String[] filter = {};
    private final List<String> differences = new ArrayList<>();
    private int compared;

    @Test
    void comesOutAsWritten() throws IOException {
        // Given
        List<MarkdownBlock> steps = MarkdownBlock.of("policy/tutorial.md");

        // When
        for (MarkdownBlock step : steps) {
            follow(step);
        }

        // Then
        assertThat(differences).isEmpty();
        assertThat(compared).isEqualTo(4);
    }

    private void follow(MarkdownBlock step) throws IOException {
        String[] words = step.info().split(" ");
        String what = words.length > 1 ? words[1] : words[0];
        if (what.startsWith("file=")) {
            Path file = directory.resolve(what.substring("file=".length()));
            Files.createDirectories(file.getParent());
            Files.writeString(file, step.text());
        } else if (what.startsWith("edit=")) {
            edit(directory.resolve(what.substring("edit=".length())), step.text());
        } else if (what.startsWith("insert=")) {
            insert(
                    directory.resolve(what.substring("insert=".length())),
                    words[2].substring("before=".length()),
                    step.text());
        } else if (what.equals("shell")) {
            run(step.text().strip());
        } else if (what.equals("text")) {
            compare(step, normalised(last.out()), normalised(step.text()));
        } else if (what.equals("output")) {
            last = CommandRun.of(filter);
            ObjectMapper mapper = new ObjectMapper();
            compare(
                    step,
                    mapper.readTree(MarkdownBlock.withoutHandles(last.out())).toString(),
                    mapper.readTree(step.text()).toString());
        }
    }

    private void run(String line) {
        String[] arguments = Arrays.stream(line.replaceFirst("^\\./sluice ", "").split(" "))
                .map(word -> Files.exists(directory.resolve(word))
                        ? directory.resolve(word).toString()
                        : word)
                .toArray(String[]::new);
        last = CommandRun.of(arguments);
        if (arguments[0].equals("filter")) {
            filter = arguments;
        }
    }

    private void compare(MarkdownBlock step, String got, String shown) {
        compared++;
        if (!got.equals(shown)) {
            differences.add(step.heading() + ":\n" + got + "\n" + last.err());
        }
    }

    private String normalised(String text) {
        return text.replace(directory.toString() + "/", "").strip();
    }

    /** Replaces the line that begins like the given one. */
    private static void edit(Path file, String line) throws IOException {
        String start = line.substring(0, line.indexOf(':') + 1);
        Files.writeString(
                file,
                Files.readString(file)
                        .lines()
                        .map(old -> old.startsWith(start) ? line.stripTrailing() : old)
                        .reduce("", (all, one) -> all + one + "\n"));
    }

    private static void insert(Path file, String before, String text) throws IOException {
        Files.writeString(file, Files.readString(file).replaceFirst("(?m)^" + before, text + before));
    }
}
