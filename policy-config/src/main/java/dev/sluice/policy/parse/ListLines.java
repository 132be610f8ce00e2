package dev.sluice.policy.parse;

import dev.sluice.policy.diagnostic.Problems;
import dev.sluice.policy.diagnostic.SourceText;
import dev.sluice.policy.yaml.LineReader;
import dev.sluice.policy.yaml.YamlScalar;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The values of a list's file, line by line. What a line may hold by the habits of other kinds of file (a comment,
 * quotes, several values) would be taken as part of a value that no fact has, so it is told.
 */
final class ListLines {

    private static final Pattern COMMENT = Pattern.compile("(^|.*\\s)#.*");
    private static final String QUOTE = "[\"'`\\u00AB\\u00BB\\u2018-\\u201F\\u2039\\u203A]";
    private static final Pattern QUOTED = Pattern.compile(QUOTE + ".*" + QUOTE);
    private static final Pattern SEVERAL = Pattern.compile(".*[,;].*");

    private final Problems problems;

    ListLines(Problems problems) {
        this.problems = problems;
    }

    List<YamlScalar> values(SourceText file) {
        List<YamlScalar> values = LineReader.values(file);
        values.forEach(this::check);
        return values;
    }

    private void check(YamlScalar line) {
        if (COMMENT.matcher(line.text()).matches()) {
            problems.error(
                    "list-comment",
                    line.location(),
                    "the line has a `#` as before a comment (expected: a value alone; a list's file has no comments)",
                    "remove it; if it belongs to the value, write it below `values` in a `.yaml` file");
        } else if (QUOTED.matcher(line.text()).matches()) {
            problems.error(
                    "list-quotes",
                    line.location(),
                    "the line is in quotes (expected: the value as it is; quotes would be a part of it)",
                    "remove them; if they belong to the value, write it below `values` in a `.yaml` file");
        } else if (SEVERAL.matcher(line.text()).matches()) {
            problems.warning(
                    "list-separator",
                    line.location(),
                    "the line has a comma or semicolon and is one value (expected: one value on each line)",
                    "if it is several values, give each its own line");
        }
    }
}
