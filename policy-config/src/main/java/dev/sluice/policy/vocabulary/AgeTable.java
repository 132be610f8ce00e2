package dev.sluice.policy.vocabulary;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * The ages that the law sets by country, each from its day on: the digital consent of GDPR Art. 8 and full age. A
 * country
 * without an entry counts as 16 and 18.
 */
public enum AgeTable {
    DIGITAL_CONSENT("digital", 16),
    MAJORITY("majority", 18);

    private final int otherwise;
    private final Map<String, TreeMap<LocalDate, Integer>> byCountry = new HashMap<>();

    AgeTable(String word, int otherwise) {
        this.otherwise = otherwise;
        for (String line : WordList.read("ages.txt")) {
            String[] words = line.split(" ");
            if (words[1].equals(word)) {
                byCountry
                        .computeIfAbsent(words[0], code -> new TreeMap<>())
                        .put(LocalDate.parse(words[3]), Integer.valueOf(words[2]));
            }
        }
    }

    /** The age in a country on a day. @param country ISO 3166-1 alpha-2, in capitals */
    public int age(String country, LocalDate day) {
        TreeMap<LocalDate, Integer> dated = byCountry.get(country);
        return dated == null ? otherwise : at(dated, day);
    }

    /** The lowest age anywhere on a day: what an unknown country may mean at least. */
    public int lowest(LocalDate day) {
        return Math.min(
                otherwise,
                byCountry.values().stream()
                        .mapToInt(dated -> at(dated, day))
                        .min()
                        .orElse(otherwise));
    }

    /** The highest age anywhere on a day: what an unknown country may mean at most. */
    public int highest(LocalDate day) {
        return Math.max(
                otherwise,
                byCountry.values().stream()
                        .mapToInt(dated -> at(dated, day))
                        .max()
                        .orElse(otherwise));
    }

    private int at(TreeMap<LocalDate, Integer> dated, LocalDate day) {
        Map.Entry<LocalDate, Integer> entry = dated.floorEntry(day);
        return entry == null ? otherwise : entry.getValue();
    }
}
