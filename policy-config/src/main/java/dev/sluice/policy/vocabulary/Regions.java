package dev.sluice.policy.vocabulary;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Regions that the law speaks of. {@code THIRD_COUNTRY} is every country outside the EEA (GDPR Art. 44), {@code
 * ADEQUATE}
 * those third countries that a decision under GDPR Art. 45 covers, commercial organisations in Canada and in the
 * framework of the USA included.
 */
public final class Regions {

    private static final Map<String, Set<String>> COUNTRIES = new LinkedHashMap<>();

    static {
        Set<String> eu = codes("AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK");
        Set<String> eea = codes("IS LI NO");
        eea.addAll(eu);
        Set<String> thirdCountries = new TreeSet<>(Countries.codes());
        thirdCountries.removeAll(eea);
        COUNTRIES.put("EU", Set.copyOf(eu));
        COUNTRIES.put("EEA", Set.copyOf(eea));
        COUNTRIES.put("ADEQUATE", Set.copyOf(codes("AD AR CA CH FO GB GG IL IM JE JP KR NZ US UY")));
        COUNTRIES.put("THIRD_COUNTRY", Set.copyOf(thirdCountries));
    }

    private Regions() {}

    public static boolean known(String region) {
        return COUNTRIES.containsKey(region);
    }

    /** The names of all regions. */
    public static List<String> names() {
        return List.copyOf(COUNTRIES.keySet());
    }

    /** The alpha-2 codes of a region's countries; empty if there is no such region. */
    public static Set<String> countries(String region) {
        return COUNTRIES.getOrDefault(region, Set.of());
    }

    private static Set<String> codes(String list) {
        return new TreeSet<>(List.of(list.split(" ")));
    }
}
