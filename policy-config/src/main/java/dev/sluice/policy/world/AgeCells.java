package dev.sluice.policy.world;

import dev.sluice.policy.compile.PlanView;
import dev.sluice.policy.vocabulary.AgeTable;
import dev.sluice.policy.vocabulary.AgeTables;
import dev.sluice.policy.vocabulary.Countries;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Ages between bounds, and birth dates that leave open on which side of a bound they are: a year alone, or a
 * birthday that is today
 * somewhere. Even a year alone leaves no more than three ages.
 */
final class AgeCells {

    private static final int WIDEST = 2;
    private static final int OLDEST = 119;

    private AgeCells() {}

    static List<Cell> of(Cuts cuts, List<LocalDate> days, List<PlanView> views) {
        SortedSet<Integer> bounds = new TreeSet<>(cuts.ages);
        for (AgeTable table : cuts.tables) {
            for (LocalDate day : days) {
                for (PlanView view : views) {
                    AgeTables law = view.ages();
                    Countries.codes().forEach(code -> bounds.add(law.age(table, code, day)));
                    bounds.add(law.lowest(table, day));
                    bounds.add(law.highest(table, day));
                }
            }
        }
        SortedSet<Integer> ages = new TreeSet<>();
        bounds.forEach(bound -> {
            ages.add(Math.max(0, bound - 1));
            ages.add(Math.min(OLDEST, bound));
        });
        List<Cell> cells = new ArrayList<>();
        List<Integer> down = new ArrayList<>(ages);
        down.sort((one, other) -> Integer.compare(other, one));
        down.forEach(age -> cells.add(Cell.of(age + " years old", sketch -> sketch.age(age, age))));
        cells.add(Cell.of("of unknown age", sketch -> {}));
        for (int youngest : down) {
            for (int oldest : ages) {
                if (oldest > youngest && oldest - youngest <= WIDEST) {
                    cells.add(Cell.of(
                            "either " + youngest + " or " + oldest + " years old",
                            sketch -> sketch.age(youngest, oldest)));
                }
            }
        }
        return cells;
    }
}
