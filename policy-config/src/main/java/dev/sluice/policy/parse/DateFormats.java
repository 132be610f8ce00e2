package dev.sluice.policy.parse;

import java.time.format.DateTimeFormatterBuilder;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which patterns of {@link java.time.format.DateTimeFormatter} tell somebody's age: they hold a year of four digits. */
final class DateFormats {

    private DateFormats() {}

    /** What is wrong with a pattern, as the end of a sentence about it; null if it will do. */
    static @Nullable String fault(String pattern) {
        try {
            new DateTimeFormatterBuilder().appendPattern(pattern);
        } catch (IllegalArgumentException e) {
            return "is not understood (expected: for example `yyyy-MM-dd`)";
        }
        Map<Character, Integer> letters = letters(pattern);
        int year = letters.getOrDefault('y', 0) + letters.getOrDefault('u', 0);
        boolean month = letters.containsKey('M') || letters.containsKey('L');
        if (year == 0) {
            return "has no year (expected: `yyyy`)";
        }
        if (year != 1 && year != 4) {
            return "has a year of " + year + " letters (expected: `yyyy`, since fewer digits do not tell the century)";
        }
        if (letters.containsKey('d') && !month) {
            return "has a day and no month (expected: `MM`; `mm` are minutes)";
        }
        return letters.containsKey('M') && letters.containsKey('L') ? "has two months (expected: one)" : null;
    }

    /** How often each letter outside quotes stands. */
    private static Map<Character, Integer> letters(String pattern) {
        Map<Character, Integer> letters = new HashMap<>();
        boolean quoted = false;
        for (char c : pattern.toCharArray()) {
            quoted ^= c == '\'';
            if (!quoted && Character.isLetter(c)) {
                letters.merge(c, 1, Integer::sum);
            }
        }
        return letters;
    }
}
