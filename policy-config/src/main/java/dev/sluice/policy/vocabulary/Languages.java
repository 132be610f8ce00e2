package dev.sluice.policy.vocabulary;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Languages by the primary subtag of their tags: ISO 639-1, or 639-2 for those without a code of two letters. */
public final class Languages {

    private static final List<String> CODES;
    private static final Map<String, String> BY_SPELLING = new HashMap<>();

    static {
        List<String> codes = new ArrayList<>();
        for (String line : WordList.read("languages.txt")) {
            String[] spellings = line.split(" ");
            codes.add(spellings[0]);
            for (String spelling : spellings) {
                BY_SPELLING.put(spelling, spellings[0]);
            }
        }
        CODES = List.copyOf(codes);
    }

    private Languages() {}

    /** The primary subtag of {@code de}, {@code deu}, {@code de-AT} or {@code de_AT}; null if it is no language. */
    public static @Nullable String primary(String tag) {
        String lower = tag.strip().toLowerCase(Locale.ROOT);
        int end = 0;
        while (end < lower.length() && lower.charAt(end) >= 'a' && lower.charAt(end) <= 'z') {
            end++;
        }
        boolean whole = end == lower.length() || lower.charAt(end) == '-' || lower.charAt(end) == '_';
        return whole ? BY_SPELLING.get(lower.substring(0, end)) : null;
    }

    /** All primary subtags, sorted; a language's place among them is its number. */
    public static List<String> codes() {
        return CODES;
    }
}
