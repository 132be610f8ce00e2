package dev.sluice.policy.world;

import dev.sluice.policy.compile.PlanView;
import dev.sluice.policy.vocabulary.AgeTable;
import dev.sluice.policy.vocabulary.Countries;
import dev.sluice.policy.vocabulary.Region;
import dev.sluice.policy.vocabulary.States;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Countries by the sets that they are in, by the states that are asked for there and by the ages that the law sets: one of
 * each kind stands for all.
 */
final class CountryCells {

    /** Looked at first, so that they stand for the others. */
    static final List<String> WELL_KNOWN = List.of("DE", "FR", "US", "GB", "AT", "CH", "ES", "JP", "NO");

    private CountryCells() {}

    static List<Cell> of(Cuts cuts, List<LocalDate> days, List<PlanView> views) {
        List<Set<String>> sets = sets(cuts, days, views);
        Map<List<Object>, Set<String>> kinds = new LinkedHashMap<>();
        Set<String> codes = new LinkedHashSet<>(WELL_KNOWN);
        codes.addAll(Countries.codes());
        for (String code : codes) {
            List<Object> kind = new ArrayList<>();
            sets.forEach(set -> kind.add(set.contains(code)));
            addAges(kind, code, cuts, days, views);
            kinds.computeIfAbsent(kind, key -> new LinkedHashSet<>()).add(code);
        }
        List<Cell> cells = new ArrayList<>();
        for (Set<String> alike : kinds.values()) {
            String code = alike.iterator().next();
            cells.add(Cell.of("in " + name(code), alike, sketch -> sketch.country(code)));
        }
        cells.add(Cell.of("of an unknown country", sketch -> {}));
        cells.add(Cell.of("of a country that is garbled", Set.of(), sketch -> sketch.country(null)));
        return cells;
    }

    /** Whatever a condition may ask whether a country is in it. */
    private static List<Set<String>> sets(Cuts cuts, List<LocalDate> days, List<PlanView> views) {
        List<Set<String>> sets = new ArrayList<>(cuts.countries);
        cuts.states.forEach(states -> sets.add(having(states)));
        for (Region region : cuts.regions(views)) {
            for (LocalDate day : days) {
                sets.add(region.countries(day));
                sets.add(having(region.states(day)));
            }
        }
        return sets;
    }

    /** The countries of some states. */
    static Set<String> having(Set<String> states) {
        return states.stream().map(States::country).collect(Collectors.toSet());
    }

    private static void addAges(List<Object> kind, String code, Cuts cuts, List<LocalDate> days, List<PlanView> views) {
        for (PlanView view : views) {
            for (AgeTable table : cuts.tables) {
                days.forEach(day -> kind.add(view.ages().age(table, code, day)));
            }
        }
    }

    private static String name(String code) {
        return new Locale.Builder().setRegion(code).build().getDisplayCountry(Locale.ENGLISH);
    }
}
