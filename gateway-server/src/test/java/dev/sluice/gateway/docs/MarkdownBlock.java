package dev.sluice.gateway.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * One fenced block of a page.
 *
 * @param heading the heading that it stands under, without its marks
 * @param info what follows the opening fence: {@code yaml bundle}
 */
record MarkdownBlock(String heading, String info, String text) {

    private static final String FENCE = "```";

    /** The blocks of a page below {@code docs}, in order. */
    static List<MarkdownBlock> of(String page) {
        List<MarkdownBlock> blocks = new ArrayList<>();
        String heading = "";
        String info = "";
        StringBuilder text = null;
        for (String line : lines(page)) {
            if (text != null && line.strip().equals(FENCE)) {
                blocks.add(new MarkdownBlock(heading, info, text.toString()));
                text = null;
            } else if (text != null) {
                text.append(line).append('\n');
            } else if (line.startsWith(FENCE)) {
                info = line.substring(FENCE.length()).strip();
                text = new StringBuilder();
            } else if (line.startsWith("#")) {
                heading = line.replaceFirst("^#+", "").strip();
            }
        }
        return blocks;
    }

    /** All lines of a page below {@code docs}. */
    static List<String> lines(String page) {
        try {
            return Files.readAllLines(Path.of("..", "docs").resolve(page));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A command's output with every handle replaced as the pages write it: an epoch, a dot, 43 characters of base64url. */
    static String withoutHandles(String json) {
        return json.replaceAll("\"[A-Za-z0-9-]+\\.[A-Za-z0-9_-]{43}\"", "\"(a handle)\"");
    }
}
