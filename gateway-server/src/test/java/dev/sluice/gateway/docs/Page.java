package dev.sluice.gateway.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One page of the documentation. */
record Page(Path file, String text) {

    static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} (.+)$");
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

    /** The links that lead to no file of this repository, or to no heading of it, as they stand in the page. */
    List<String> deadLinks() {
        return LINK.matcher(prose())
                .results()
                .map(link -> link.group(1))
                .filter(target -> !target.matches("[a-z]+:.*"))
                .filter(target -> !leadsSomewhere(target))
                .toList();
    }

    private boolean leadsSomewhere(String target) {
        String name = target.replaceFirst("#.*", "");
        Path there = name.isEmpty() ? file : file.resolveSibling(name).normalize();
        if (!there.startsWith(ROOT) || !(there.equals(file) || Files.exists(there))) {
            return false;
        }
        String anchor = target.replaceFirst("[^#]*#?", "");
        return anchor.isEmpty()
                || (there.equals(file) ? this : read(there)).sections().containsKey(anchor);
    }

    /** Its sections by what a link may name behind `#`: their headings as GitHub writes them, numbered from the second of the same. */
    Map<String, Section> sections() {
        String prose = prose();
        List<MatchResult> headings = HEADING.matcher(prose).results().toList();
        Map<String, Section> sections = new LinkedHashMap<>();
        for (int i = 0; i < headings.size(); i++) {
            int end = i + 1 < headings.size() ? headings.get(i + 1).start() : prose.length();
            Section section = new Section(prose.substring(headings.get(i).end(), end));
            String words = anchor(headings.get(i).group(1));
            String anchor = words;
            for (int k = 1; sections.putIfAbsent(anchor, section) != null; k++) {
                anchor = words + "-" + k;
            }
        }
        return sections;
    }

    /** The section that a link may name so. */
    Section section(String anchor) {
        return Optional.ofNullable(sections().get(anchor))
                .orElseThrow(() -> new AssertionError(this + " has no section " + anchor));
    }

    private static String anchor(String heading) {
        return heading.strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}_ -]", "")
                .replace(' ', '-');
    }

    private String prose() {
        return BLOCK.matcher(text).replaceAll("");
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
