package dev.sluice.gateway.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * One word that is another, and what a comparison tells of it.
 *
 * @param file in which it stands
 * @param widened whether it lets more out
 */
record OneWordCase(String file, String from, String to, boolean widened, String told) {

    static final OneWordCase NONE = new OneWordCase("", "", "", false, "");

    /** Reads a case: four lines of head, in which {@code ⏎} stands for a line end, an empty one, what is told. */
    static OneWordCase read(Path path) throws IOException {
        String[] parts = Files.readString(path).split("\n\n", 2);
        List<String> head = parts[0].lines().toList();
        return new OneWordCase(
                value(head, 0), value(head, 1), value(head, 2), value(head, 3).equals("3"), parts[1]);
    }

    private static String value(List<String> head, int line) {
        return head.get(line).substring(head.get(line).indexOf(": ") + 2).replace('⏎', '\n');
    }

    /** The text of a file with the change, if it is the one. */
    String apply(String name, String text) {
        if (!name.equals(file)) {
            return text;
        }
        assertThat(text).contains(from);
        int at = text.indexOf(from);
        return text.substring(0, at) + to + text.substring(at + from.length());
    }
}
