package dev.sluice.policy.world;

import dev.sluice.policy.compile.PlanView;
import dev.sluice.policy.vocabulary.AgeTable;
import dev.sluice.policy.vocabulary.Countries;
import dev.sluice.policy.vocabulary.Region;
import dev.sluice.policy.vocabulary.States;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Countries by the sets that they are in and by the ages that the law sets there: one of each kind stands for all. */
final class CountryCells {

    /** Looked at first, so that they stand for the others. */
    private static final List<String> WELL_KNOWN = List.of("DE", "FR", "US", "GB", "AT", "CH", "ES", "JP", "NO");

    private CountryCells() {}

    static List<Cell> of(Cuts cuts, List<LocalDate> days, List<PlanView> views) {
        Map<List<Object>, String> kinds = new LinkedHashMap<>();
        WELL_KNOWN.forEach(code -> kinds.putIfAbsent(kind(code, cuts, days, views), code));
        Countries.codes().forEach(code -> kinds.putIfAbsent(kind(code, cuts, days, views), code));
        List<Cell> cells = new ArrayList<>();
        kinds.values().forEach(code -> cells.add(Cell.of("in " + name(code), sketch -> sketch.country(code))));
        cells.add(Cell.of("of an unknown country", sketch -> {}));
        cells.add(Cell.of("of a country that is garbled", sketch -> sketch.country(null)));
        return cells;
    }

    private static List<Object> kind(String code, Cuts cuts, List<LocalDate> days, List<PlanView> views) {
        List<Object> kind = new ArrayList<>();
        cuts.countries.forEach(set -> kind.add(set.contains(code)));
        for (PlanView view : views) {
            for (AgeTable table : cuts.tables) {
                days.forEach(day -> kind.add(view.ages().age(table, code, day)));
            }
            for (String name : cuts.regions) {
                view.regions().find(name).ifPresent(region -> days.forEach(day -> addTo(kind, code, region, day)));
            }
        }
        return kind;
    }

    private static void addTo(List<Object> kind, String code, Region region, LocalDate day) {
        kind.add(region.countries(day).contains(code));
        kind.add(region.states(day).stream()
                .anyMatch(state -> States.country(state).equals(code)));
    }

    private static String name(String code) {
        return new Locale.Builder().setRegion(code).build().getDisplayCountry(Locale.ENGLISH);
    }
}
