package dev.sluice.policy.world;

import dev.sluice.policy.compile.PlanView;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One fact and the cells that it is cut into.
 *
 * @param of the plan that alone reads it so, or null where all do
 */
public record Dimension(Fact fact, @Nullable PlanView of, List<Cell> cells) {

    public Dimension {
        cells = List.copyOf(cells);
    }

    /** Whether a plan reads it. */
    boolean readBy(PlanView view) {
        return of == null || of == view;
    }

    /** Whether one tells what the other can be: a state has its country. */
    boolean tells(Dimension other) {
        boolean both = of == null || other.of == null || of == other.of;
        return both
                && (isOf(Fact.Kind.COUNTRY) && other.isOf(Fact.Kind.STATE)
                        || isOf(Fact.Kind.STATE) && other.isOf(Fact.Kind.COUNTRY));
    }

    private boolean isOf(Fact.Kind kind) {
        return fact.kind() == kind;
    }

    /** How many cells are told of a customer for whom it is all the same; of days all, in spans. */
    int most() {
        return isOf(Fact.Kind.DAY) ? size() : 2;
    }

    /** Some cells, as a clause that may follow <i>a customer</i>. @param some their numbers, in order */
    String words(List<Integer> some) {
        if (!isOf(Fact.Kind.DAY)) {
            return some.stream().map(cell -> cells.get(cell).words()).collect(Collectors.joining(" or "));
        }
        List<String> spans = new ArrayList<>();
        for (int k = 0; k < some.size(); k++) {
            int first = some.get(k);
            while (k + 1 < some.size() && days(some.get(k)).meets(days(some.get(k + 1)))) {
                k++;
            }
            spans.add(span(first, some.get(k)));
        }
        return String.join(" or ", spans);
    }

    private String span(int first, int last) {
        LocalDate from = days(first).first();
        LocalDate end = days(last).last();
        if (end == null || last == 0) {
            return cells.get(first).words();
        }
        if (first == 0) {
            return "until " + end;
        }
        return from.equals(end) ? "on " + end : "from " + from + " until " + end;
    }

    private Cell.Days days(int cell) {
        return Objects.requireNonNull(cells.get(cell).days());
    }

    int size() {
        return cells.size();
    }
}
