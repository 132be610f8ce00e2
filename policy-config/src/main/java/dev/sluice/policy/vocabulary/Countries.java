package dev.sluice.policy.vocabulary;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Countries: ISO 3166-1 alpha-2 and alpha-3 codes in any case, and their names in English and German. */
public final class Countries {

    private static final List<String> CODES;
    private static final Map<String, String> BY_SPELLING = new HashMap<>();

    static {
        List<String> codes = new ArrayList<>();
        for (String line : WordList.read("countries.txt")) {
            String[] spellings = line.split("\\|");
            codes.add(spellings[0]);
            for (String spelling : spellings) {
                BY_SPELLING.put(spelling.toLowerCase(Locale.ROOT), spellings[0]);
            }
        }
        CODES = Collections.unmodifiableList(codes);
    }

    private Countries() {}

    /** The alpha-2 code in capitals, or null if no country is written so. */
    public static @Nullable String alpha2(String spelling) {
        return BY_SPELLING.get(spelling.strip().toLowerCase(Locale.ROOT));
    }

    /** Whether this is an alpha-2 code, in any case. */
    public static boolean known(String code) {
        return code.length() == 2 && BY_SPELLING.containsKey(code.toLowerCase(Locale.ROOT));
    }

    /** All alpha-2 codes, sorted. */
    public static List<String> codes() {
        return CODES;
    }
}
