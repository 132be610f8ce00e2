package dev.sluice.policy.world;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Of each fact the cells that may be told together: whoever is in one of each is in a world like the one they surround.
 */
final class Surroundings {

    /** Where more worlds than these would have to be looked at, a fact is told though it may make no difference. */
    private static final int MOST = 20_000;

    private static final int TOLD = 2;

    private final int[] sizes;
    private final Predicate<int[]> possible;
    private final Predicate<int[]> alike;
    private final int[] world;
    private final List<List<Integer>> cells = new ArrayList<>();

    private Surroundings(int[] world, int[] sizes, Predicate<int[]> possible, Predicate<int[]> alike) {
        this.world = world.clone();
        this.sizes = sizes.clone();
        this.possible = possible;
        this.alike = alike;
        for (int cell : world) {
            cells.add(List.of(cell));
        }
    }

    /**
     * All cells of a fact that makes no difference, and of any other that of the world itself with at most one more.
     *
     * @param world the cell of each fact
     * @param sizes how many cells each fact has
     * @param possible whether somebody can live in a world
     * @param alike whether a possible world is like the one
     */
    static List<List<Integer>> of(int[] world, int[] sizes, Predicate<int[]> possible, Predicate<int[]> alike) {
        Surroundings around = new Surroundings(world, sizes, possible, alike);
        for (int fact = 0; fact < world.length; fact++) {
            around.leaveOpen(fact);
        }
        for (int fact = 0; fact < world.length; fact++) {
            around.addOne(fact);
        }
        return List.copyOf(around.cells);
    }

    private void leaveOpen(int fact) {
        List<Integer> all = IntStream.range(0, sizes[fact]).boxed().toList();
        boolean open = worlds() * all.size() <= MOST
                && all.stream().filter(cell -> cell != world[fact]).allMatch(cell -> allAlike(fact, cell));
        if (open) {
            cells.set(fact, all);
        }
    }

    private void addOne(int fact) {
        if (cells.get(fact).size() == sizes[fact] || worlds() * TOLD > MOST) {
            return;
        }
        int own = world[fact];
        IntStream.range(0, sizes[fact])
                .filter(cell -> cell != own && possible(fact, cell) && allAlike(fact, cell))
                .findFirst()
                .ifPresent(cell -> cells.set(fact, List.of(Math.min(own, cell), Math.max(own, cell))));
    }

    private long worlds() {
        return cells.stream().mapToLong(List::size).reduce(1, (one, other) -> one * other);
    }

    private boolean possible(int fact, int cell) {
        int[] other = world.clone();
        other[fact] = cell;
        return possible.test(other);
    }

    /** Whether all worlds of another cell, within what is open of the other facts, are alike. */
    private boolean allAlike(int fact, int cell) {
        int[] other = world.clone();
        other[fact] = cell;
        return allAlike(0, fact, other);
    }

    private boolean allAlike(int from, int fixed, int[] other) {
        if (from == other.length) {
            return !possible.test(other) || alike.test(other);
        }
        if (from == fixed) {
            return allAlike(from + 1, fixed, other);
        }
        for (int cell : cells.get(from)) {
            other[from] = cell;
            if (!allAlike(from + 1, fixed, other)) {
                return false;
            }
        }
        return true;
    }
}
