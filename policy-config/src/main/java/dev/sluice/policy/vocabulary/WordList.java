package dev.sluice.policy.vocabulary;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A shipped list of words: one a line, {@code #} begins a comment. */
final class WordList {

    private WordList() {}

    static List<String> read(String resource) {
        try (InputStream in = WordList.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the word list `" + resource + "` is not in this build");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.replaceFirst("#.*", "").strip())
                    .filter(line -> !line.isEmpty())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static boolean atOrBelow(String name, String ancestor) {
        return name.startsWith(ancestor)
                && (name.length() == ancestor.length() || name.charAt(ancestor.length()) == '.');
    }
}
