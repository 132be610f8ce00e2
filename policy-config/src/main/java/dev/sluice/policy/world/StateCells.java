package dev.sluice.policy.world;

import dev.sluice.policy.compile.PlanView;
import dev.sluice.policy.vocabulary.Region;
import dev.sluice.policy.vocabulary.States;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * States of countries by the sets and regions that they and their countries are in: one of each kind stands for all, and
 * goes only with the countries of its kind. The unknown one is looked at first, since it goes with every country.
 */
final class StateCells {

    private StateCells() {}

    static List<Cell> of(Cuts cuts, List<LocalDate> days, List<PlanView> views) {
        List<Set<String>> states = new ArrayList<>(cuts.states);
        List<Set<String>> countries = new ArrayList<>();
        for (Region region : cuts.regions(views)) {
            for (LocalDate day : days) {
                states.add(region.states(day));
                countries.add(region.countries(day));
            }
        }
        states.forEach(set -> countries.add(CountryCells.having(set)));
        Map<List<Object>, Set<String>> kinds = new LinkedHashMap<>();
        for (String code : codes()) {
            List<Object> kind = new ArrayList<>();
            states.forEach(set -> kind.add(set.contains(code)));
            countries.forEach(set -> kind.add(set.contains(States.country(code))));
            kinds.computeIfAbsent(kind, key -> new LinkedHashSet<>()).add(code);
        }
        List<Cell> cells = new ArrayList<>(List.of(Cell.of("of an unknown state", sketch -> {})));
        for (Set<String> alike : kinds.values()) {
            String code = alike.iterator().next();
            cells.add(Cell.of("in the state " + code, CountryCells.having(alike), sketch -> sketch.state(code)));
        }
        return cells;
    }

    /** All, those of well-known countries first, so that they stand for the others. */
    private static Set<String> codes() {
        Set<String> codes = new LinkedHashSet<>();
        for (String country : CountryCells.WELL_KNOWN) {
            States.codes().stream().filter(code -> code.startsWith(country)).forEach(codes::add);
        }
        codes.addAll(States.codes());
        return codes;
    }
}
