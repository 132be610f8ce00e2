package dev.sluice.policy.yaml;

import dev.sluice.policy.diagnostic.Problems;
import dev.sluice.policy.diagnostic.SourceLocation;
import dev.sluice.policy.diagnostic.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a text file whose every line is one value, white space around it aside. Empty lines are none. */
public final class LineReader {

    private final Problems problems;

    public LineReader(Problems problems) {
        this.problems = problems;
    }

    /** The text of a file, if it is text at all. @param file its name in messages, with forward slashes */
    public Optional<SourceText> read(String file, byte[] bytes) {
        if (bytes.length > YamlReader.LARGEST_FILE) {
            problems.error(
                    "file-too-large",
                    new SourceLocation(file, 1, 1),
                    "the file has " + bytes.length + " bytes (expected: at most " + YamlReader.LARGEST_FILE + ")",
                    "split it: a bundle may have any number of files");
            return Optional.empty();
        }
        return new Utf8Text(file, problems).decode(bytes).map(text -> SourceText.of(file, text));
    }

    /** The values of a file, each with its place. */
    public static List<YamlScalar> values(SourceText text) {
        List<YamlScalar> values = new ArrayList<>();
        for (int k = 0; k < text.lines().size(); k++) {
            String line = text.lines().get(k);
            String value = line.strip();
            if (!value.isEmpty()) {
                int column = 1 + line.codePointCount(0, line.indexOf(value));
                values.add(new YamlScalar(YamlScalar.Kind.TEXT, value, new SourceLocation(text.file(), k + 1, column)));
            }
        }
        return values;
    }
}
