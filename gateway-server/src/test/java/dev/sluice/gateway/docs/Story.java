package dev.sluice.gateway.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.gateway.docs.Page.Block;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One page's blocks, played in order in one directory, as a reader would.
 *
 * <p>{@code sh} runs in the shell; {@code sh fails} does, and must end with findings. {@code text output} and {@code json output}
 * are what it printed, {@code text report} what it said on stderr. {@code file=PATH} saves the block; {@code edit=PATH} replaces the
 * line that says the same up to its colon, or with {@code at=WORD} the one that has that word; {@code insert=PATH before=WORD} puts it before
 * the line that has the word. There must be exactly one. A {@code text} block that counts errors is the report of the command before it.
 */
final class Story {

    private static final Pattern PLACE = Pattern.compile("(edit|insert)=(\\S+)(?: (?:before|at)=(\\S+))?");
    private static final Pattern ERRORS = Pattern.compile("(?m)^[1-9]\\d* errors?, ");

    private final Page page;
    private final Path directory;
    private String command = "";
    private String printed = "";
    private int compared;

    Story(Page page, Path directory) throws IOException {
        this.page = page;
        this.directory = directory;
        Files.createSymbolicLink(directory.resolve("docs"), Page.ROOT.resolve("docs"));
        Files.createDirectory(directory.resolve("target"));
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Path launcher = directory.resolve("sluice");
        Files.writeString(
                launcher,
                "#!/bin/sh\nexec '" + java + "' -XX:TieredStopAtLevel=1 -cp '" + System.getProperty("java.class.path")
                        + "' dev.sluice.gateway.cli.SluiceCommand \"$@\"\n");
        assertThat(launcher.toFile().setExecutable(true)).isTrue();
    }

    /** What a page was put to: how many commands ran, and how many outputs were compared with what it shows. */
    record Tally(int commands, int compared) {}

    /** Plays the page. */
    Tally play() throws IOException, InterruptedException {
        List<Block> blocks = page.blocks();
        int commands = 0;
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            Matcher place = PLACE.matcher(block.info());
            if (block.info().equals("sh fails")) {
                command = block.text();
                commands++;
                printed = run(1);
            } else if (block.info().equals("text output")) {
                assertThat(printed.replaceAll("throwaway\\.[A-Za-z0-9_-]{43}", "(a handle)"))
                        .as("%s: %s", page, command)
                        .isEqualTo(block.text());
                compared++;
            } else if (block.info().equals("text report")) {
                assertThat(Files.readString(directory.resolve("target/err")))
                        .as("%s: %s", page, command)
                        .isEqualTo(block.text());
                compared++;
            } else if (block.info().equals("sh")) {
                command = block.text();
                commands++;
                runWithReport(i + 1 < blocks.size() ? blocks.get(i + 1) : null);
            } else if (block.info().equals("json output")) {
                ShownJson.compare(page + ": " + command, printed, block.text());
                compared++;
            } else if (place.find()) {
                change(place, block.text());
            }
            block.saveBelow(directory);
        }
        return new Tally(commands, compared);
    }

    private void runWithReport(@Nullable Block next) throws IOException, InterruptedException {
        boolean report = next != null
                && next.info().equals("text")
                && ERRORS.matcher(next.text()).find();
        printed = run(report ? 2 : 0);
        if (report) {
            assertThat(printed).as("%s: %s", page, command).contains(next.text().strip());
            compared++;
        }
    }

    /** Pastes the last command; what it prints on stdout. */
    private String run(int expectedExitCode) throws IOException, InterruptedException {
        Path out = directory.resolve("target/out");
        Path err = directory.resolve("target/err");
        Process shell = new ProcessBuilder("sh", "-e", "-c", command)
                .directory(directory.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        assertThat(shell.waitFor(3, TimeUnit.MINUTES))
                .as("%s ends: %s", page, command)
                .isTrue();
        assertThat(shell.exitValue())
                .as("%s: %s%n%s%s", page, command, Files.readString(out), Files.readString(err))
                .isEqualTo(expectedExitCode);
        return Files.readString(out);
    }

    private void change(Matcher place, String text) throws IOException {
        Path file = directory.resolve(place.group(2));
        boolean edit = place.group(1).equals("edit");
        String mark = place.group(3) == null ? text.substring(0, text.indexOf(':') + 1) : place.group(3);
        StringBuilder changed = new StringBuilder();
        int places = 0;
        for (String line : Files.readAllLines(file)) {
            boolean here = line.contains(mark);
            places += here ? 1 : 0;
            changed.append(here ? text : "").append(here && edit ? "" : line + "\n");
        }
        assertThat(places).as("%s: places of %s", page, text).isEqualTo(1);
        Files.writeString(file, changed.toString());
    }
}
