package dev.sluice.policy.yaml;

import dev.sluice.policy.diagnostic.Problems;
import dev.sluice.policy.diagnostic.SourceLocation;
import dev.sluice.policy.diagnostic.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a text file whose every line is one value, spaces and tabs around it aside. Empty lines are none. */
public final class LineReader {

    private final Problems problems;

    public LineReader(Problems problems) {
        this.problems = problems;
    }

    /** The text of a file, if it is text at all. @param file its name in messages, with forward slashes */
    public Optional<SourceText> read(String file, byte[] bytes) {
        if (YamlReader.tooLarge(file, bytes, problems)) {
            return Optional.empty();
        }
        return new Utf8Text(file, problems).decode(bytes).map(text -> SourceText.of(file, text));
    }

    /** The values of a file, each with its place. */
    public static List<YamlScalar> values(SourceText text) {
        List<YamlScalar> values = new ArrayList<>();
        for (int k = 0; k < text.lines().size(); k++) {
            String line = text.lines().get(k);
            int from = 0;
            int to = line.length();
            while (from < to && isAround(line.charAt(from))) {
                from++;
            }
            while (from < to && isAround(line.charAt(to - 1))) {
                to--;
            }
            if (from < to) {
                SourceLocation place = new SourceLocation(text.file(), k + 1, 1 + line.codePointCount(0, from));
                values.add(new YamlScalar(YamlScalar.Kind.TEXT, line.substring(from, to), place));
            }
        }
        return values;
    }

    /** Other white space looks like a plain space and is none: it stays, so that it is told. */
    private static boolean isAround(char c) {
        return c == ' ' || c == '\t';
    }
}
