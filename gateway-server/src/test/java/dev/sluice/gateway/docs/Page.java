package dev.sluice.gateway.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One page of the documentation. */
record Page(Path file, String text) {

    static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
    private static final Pattern SHELL = Pattern.compile("(?m)^```sh\\n([\\s\\S]*?)^```$");

    static List<Page> all() {
        List<Page> pages = new ArrayList<>(List.of(read(ROOT.resolve("README.md"))));
        try (Stream<Path> found = Files.walk(ROOT.resolve("docs"))) {
            found.filter(path -> path.toString().endsWith(".md")).sorted().forEach(path -> pages.add(read(path)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return pages;
    }

    static Page read(Path file) {
        try {
            return new Page(file, Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The files of this repository that the page links to. */
    List<Path> links() {
        List<Path> targets = new ArrayList<>();
        Matcher link = LINK.matcher(text.replaceAll("(?m)^```[\\s\\S]*?^```$", ""));
        while (link.find()) {
            String target = link.group(1).replaceFirst("#.*", "");
            if (!target.isEmpty() && !target.matches("[a-z]+:.*")) {
                targets.add(file.resolveSibling(target).normalize());
            }
        }
        return targets;
    }

    /** The blocks that say that they are shell commands: they can be pasted, so a test pastes them. */
    List<String> commands() {
        List<String> commands = new ArrayList<>();
        Matcher block = SHELL.matcher(text);
        while (block.find()) {
            commands.add(block.group(1));
        }
        return commands;
    }

    @Override
    public String toString() {
        return ROOT.relativize(file).toString();
    }
}
