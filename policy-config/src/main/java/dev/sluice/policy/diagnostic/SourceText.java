package dev.sluice.policy.diagnostic;

import java.util.List;

/** The text of one file, kept so that a report can show the line that a problem stands in. */
public record SourceText(String file, List<String> lines) {

    public SourceText {
        lines = List.copyOf(lines);
    }

    public static SourceText of(String file, String text) {
        return new SourceText(file, text.lines().toList());
    }

    /** The line of that number, counted from 1, or an empty one. */
    public String line(int number) {
        return number >= 1 && number <= lines.size() ? lines.get(number - 1) : "";
    }
}
