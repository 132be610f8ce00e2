package dev.sluice.gateway.cli;

import java.util.List;
import java.util.stream.Collectors;

/** Text whose lines are broken at spaces, so that none is wider than it may be unless one word is. */
final class WrappedLines {

    private static final int DEEPER = 4;

    private WrappedLines() {}

    /** Each line of a text, with a line end. What a line is broken into stands as deep as it begins, or deeper. */
    static String of(String text, int width) {
        return text.lines().map(line -> wrapped(line, width)).collect(Collectors.joining());
    }

    /** Items with commas, in lines of one depth. */
    static String ofItems(List<String> items, String indent, int width) {
        StringBuilder out = new StringBuilder();
        int column = 0;
        for (int k = 0; k < items.size(); k++) {
            String item = items.get(k) + (k + 1 < items.size() ? "," : "");
            boolean fits = column > 0 && column + 1 + item.length() <= width;
            out.append(fits ? " " : column > 0 ? "\n" + indent : indent).append(item);
            column = (fits ? column + 1 : indent.length()) + item.length();
        }
        return out.append('\n').toString();
    }

    private static String wrapped(String line, int width) {
        if (line.length() <= width) {
            return line + "\n";
        }
        String words = line.stripLeading();
        int depth = line.length() - words.length();
        StringBuilder out = new StringBuilder(" ".repeat(depth));
        int column = depth;
        boolean first = true;
        for (String word : words.split(" ", -1)) {
            if (!first && column + 1 + word.length() > width) {
                out.append('\n').append(" ".repeat(depth + DEEPER));
                column = depth + DEEPER;
            } else if (!first) {
                out.append(' ');
                column++;
            }
            out.append(word);
            column += word.length();
            first = false;
        }
        return out.append('\n').toString();
    }
}
