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
    private static final Pattern BLOCK = Pattern.compile("(?m)^```(\\S.*)\\n([\\s\\S]*?)^```$");

    /**
     * A fenced block.
     *
     * @param info what stands behind the fence: {@code sh}, {@code yaml file=bundle/a.yaml}
     */
    record Block(String info, String text) {

        private static final Pattern FILE = Pattern.compile("file=(\\S+)");

        /** Saves the block where its {@code file=} says, if it says so. */
        void saveBelow(Path directory) throws IOException {
            Matcher place = FILE.matcher(info);
            if (place.find()) {
                Path file = directory.resolve(place.group(1));
                Files.createDirectories(file.getParent());
                Files.writeString(file, text);
            }
        }
    }

    /** A page below {@code docs}. */
    static Page of(String name) {
        return read(ROOT.resolve("docs").resolve(name));
    }

    static List<Page> all() {
        List<Page> pages = new ArrayList<>(List.of(read(ROOT.resolve("README.md"))));
        try (Stream<Path> found = Files.walk(ROOT.resolve("docs"))) {
            found.filter(path -> path.toString().endsWith(".md")).sorted().forEach(path -> pages.add(read(path)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return pages;
    }

    private static Page read(Path file) {
        try {
            return new Page(file, Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The files of this repository that the page links to. */
    List<Path> links() {
        List<Path> targets = new ArrayList<>();
        Matcher link = LINK.matcher(BLOCK.matcher(text).replaceAll(""));
        while (link.find()) {
            String target = link.group(1).replaceFirst("#.*", "");
            if (!target.isEmpty() && !target.matches("[a-z]+:.*")) {
                targets.add(file.resolveSibling(target).normalize());
            }
        }
        return targets;
    }

    List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        Matcher block = BLOCK.matcher(text);
        while (block.find()) {
            blocks.add(new Block(block.group(1).strip(), block.group(2)));
        }
        return blocks;
    }

    @Override
    public String toString() {
        return ROOT.relativize(file).toString();
    }
}
