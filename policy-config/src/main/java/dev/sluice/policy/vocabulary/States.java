package dev.sluice.policy.vocabulary;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Subdivisions of countries: ISO 3166-2 codes in any case, and for some countries the subdivisions' names. */
public final class States {

    private static final List<String> CODES;
    private static final Map<String, Integer> NUMBERS = new HashMap<>();
    private static final Map<String, String> BY_SPELLING = new HashMap<>();

    static {
        TreeMap<String, List<String>> names = new TreeMap<>();
        for (String line : WordList.read("states.txt")) {
            if (line.charAt(2) == '-') {
                List<String> spellings = List.of(line.split("\\|"));
                names.put(spellings.get(0), spellings.subList(1, spellings.size()));
            } else {
                String country = line.substring(0, 2);
                for (String part : line.substring(3).split(" ")) {
                    names.put(country + "-" + part, List.of());
                }
            }
        }
        CODES = List.copyOf(names.keySet());
        names.forEach((code, spellings) -> {
            NUMBERS.put(code, NUMBERS.size());
            BY_SPELLING.put(lower(code), code);
            String country = lower(country(code));
            BY_SPELLING.put(country + "|" + lower(code.substring(3)), code);
            spellings.forEach(name -> BY_SPELLING.put(country + "|" + lower(name), code));
        });
    }

    private States() {}

    /** The code of what is spelled out whole, such as {@code us-ca}; null if there is none. */
    public static @Nullable String code(String spelling) {
        return BY_SPELLING.get(lower(spelling));
    }

    /**
     * The code of what is spelled for a country, such as {@code CA}, {@code California} or {@code US-CA}; null if that
     * country has none.
     *
     * @param country an alpha-2 code in capitals
     */
    public static @Nullable String code(String country, String spelling) {
        String lower = lower(spelling);
        String whole = BY_SPELLING.get(lower);
        if (whole != null && whole.startsWith(country)) {
            return whole;
        }
        return BY_SPELLING.get(lower(country) + "|" + lower);
    }

    /** The alpha-2 code of a state's country. @param code a known code */
    public static String country(String code) {
        return code.substring(0, 2);
    }

    /** All codes, sorted; a state's place among them is its number. */
    public static List<String> codes() {
        return CODES;
    }

    /** The number of a known code. */
    public static int number(String code) {
        Integer number = NUMBERS.get(code);
        if (number == null) {
            throw new IllegalArgumentException("no state is written `" + code + "`");
        }
        return number;
    }

    private static String lower(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
