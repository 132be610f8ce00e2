package dev.sluice.policy.world;

import java.util.List;

/** One fact and the cells that it is cut into. */
public record Dimension(Fact fact, List<Cell> cells) {

    public Dimension {
        cells = List.copyOf(cells);
    }

    int size() {
        return cells.size();
    }
}
