package dev.sluice.policy.world;

import dev.sluice.policy.compile.PlanView;
import java.util.List;
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

    int size() {
        return cells.size();
    }
}
