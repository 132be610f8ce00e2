package dev.sluice.gateway.leak;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Looks for withheld values anywhere in a text: as they are, escaped as JSON writes them, in any case. */
final class LeakSearch {

    /** Shorter values ({@code DE}, {@code 1}) stand everywhere by chance. */
    private static final int SHORTEST = 4;

    private final Set<String> excused = new LinkedHashSet<>();
    private final StringBuilder schema = new StringBuilder();

    /** A value that may leave, from another place: what is part of it is no leak. */
    LeakSearch excuse(String value) {
        excused.add(lower(value));
        return this;
    }

    /** Words of the shape itself, and texts that hold nothing but such words. */
    LeakSearch schema(Collection<String> words) {
        words.forEach(word -> schema.append(lower(word)).append('\n'));
        return this;
    }

    /** The leaves whose values occur in one of the texts. */
    List<Leaf> found(Collection<Leaf> withheld, String... texts) {
        List<Leaf> leaks = new ArrayList<>();
        for (Leaf leaf : withheld) {
            if (telling(leaf) && occurs(leaf.text(), texts)) {
                leaks.add(leaf);
            }
        }
        return leaks;
    }

    private boolean telling(Leaf leaf) {
        String value = lower(leaf.text().strip());
        return value.length() >= SHORTEST
                && !(value.matches("true|false|null") && !leaf.string())
                && schema.indexOf(value) < 0
                && excused.stream().noneMatch(other -> other.contains(value));
    }

    private static boolean occurs(String value, String... texts) {
        Set<String> spellings = new LinkedHashSet<>(
                List.of(lower(value.strip()), lower(escaped(value, false)), lower(escaped(value, true))));
        for (String text : texts) {
            String lower = lower(text);
            if (spellings.stream().anyMatch(lower::contains)) {
                return true;
            }
        }
        return false;
    }

    private static String escaped(String value, boolean asciiOnly) {
        StringBuilder out = new StringBuilder();
        for (char c : value.toCharArray()) {
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c == '\n') {
                out.append("\\n");
            } else if (c < ' ' || asciiOnly && c > '~') {
                out.append(String.format("\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
