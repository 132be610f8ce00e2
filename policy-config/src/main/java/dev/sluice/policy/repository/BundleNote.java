package dev.sluice.policy.repository;

import java.time.Instant;

/**
 * Which bundle is in force, and who put it there.
 *
 * @param pinned whether it stays in force whatever the watched directory holds
 * @param by who did it, in the doer's own word
 * @param why in the doer's own words, or empty where the directory changed
 */
public record BundleNote(String version, boolean pinned, Instant at, String by, String why) {

    private static final int LONGEST_TEXT = 500;

    public BundleNote {
        by = line(by);
        why = line(why);
    }

    /** One line without control characters, cut where it is too long. */
    private static String line(String text) {
        StringBuilder line = new StringBuilder();
        text.strip()
                .codePoints()
                .limit(LONGEST_TEXT)
                .map(c -> Character.isISOControl(c) || c == 0x2028 || c == 0x2029 ? ' ' : c)
                .forEach(line::appendCodePoint);
        return line.toString();
    }
}
