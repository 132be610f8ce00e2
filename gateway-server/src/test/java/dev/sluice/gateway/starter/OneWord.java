package dev.sluice.gateway.starter;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * One change of the starter bundle, and who notices.
 *
 * @param file below the bundle
 * @param said what the command's output says of it
 */
record OneWord(String file, String from, String to, String command, String said) {

    /** The changes of {@code starter/one-word.txt}. */
    static List<OneWord> all() throws IOException {
        try (InputStream in = Objects.requireNonNull(OneWord.class.getResourceAsStream("/starter/one-word.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(OneWord::parse)
                    .toList();
        }
    }

    private static OneWord parse(String line) {
        String[] parts = line.split(" :: ", -1);
        return new OneWord(parts[0], text(parts[1]), text(parts[2]), parts[3], parts[4]);
    }

    private static String text(String written) {
        return written.replace("\\n", "\n");
    }

    /** Makes the change in a copy of the bundle. The words to change must stand there. */
    void apply(Path bundle) throws IOException {
        Path changed = bundle.resolve(file);
        String before = Files.readString(changed);
        int at = before.indexOf(from);
        if (at < 0) {
            throw new IllegalStateException(file + " does not say `" + from + "`");
        }
        Files.writeString(changed, before.substring(0, at) + to + before.substring(at + from.length()));
    }

    @Override
    public String toString() {
        return file + ": " + from.strip() + " to " + to.strip();
    }
}
