package dev.sluice.policy.world;

import dev.sluice.policy.compile.PlanView;
import dev.sluice.policy.vocabulary.States;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** States of countries by the sets and regions that they are in: one of each kind stands for all. */
final class StateCells {

    private StateCells() {}

    static List<Cell> of(Cuts cuts, List<LocalDate> days, List<PlanView> views) {
        List<Set<String>> sets = new ArrayList<>(cuts.states);
        List<Set<String>> countries = new ArrayList<>();
        for (PlanView view : views) {
            for (String name : cuts.regions) {
                view.regions()
                        .find(name)
                        .ifPresent(region -> days.forEach(day -> {
                            sets.add(region.states(day));
                            countries.add(region.countries(day));
                        }));
            }
        }
        Map<List<Object>, String> kinds = new LinkedHashMap<>();
        for (String code : States.codes()) {
            List<Object> kind = new ArrayList<>();
            sets.forEach(set -> kind.add(set.contains(code)));
            countries.forEach(set -> kind.add(set.contains(States.country(code))));
            sets.forEach(set -> kind.add(
                    set.stream().anyMatch(state -> States.country(state).equals(States.country(code)))));
            kinds.putIfAbsent(kind, code);
        }
        List<Cell> cells = new ArrayList<>();
        kinds.values().forEach(code -> cells.add(Cell.of("in the state " + code, sketch -> sketch.state(code))));
        cells.add(Cell.of("of an unknown state", sketch -> {}));
        return cells;
    }
}
