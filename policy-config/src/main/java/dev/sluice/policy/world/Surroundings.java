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

    private final List<Axis> axes;
    private final Predicate<int[]> possible;
    private final Predicate<int[]> alike;
    private final int[] world;
    private final List<List<Integer>> cells = new ArrayList<>();

    /** One fact. @param size how many cells it has @param most how many of them are told, where it makes a difference */
    record Axis(int size, int most) {}

    private Surroundings(int[] world, List<Axis> axes, Predicate<int[]> possible, Predicate<int[]> alike) {
        this.world = world.clone();
        this.axes = axes;
        this.possible = possible;
        this.alike = alike;
        for (int cell : world) {
            cells.add(List.of(cell));
        }
    }

    /**
     * All cells of a fact that makes no difference, and of any other that of the world itself with the first of the others.
     *
     * @param world the cell of each fact
     * @param possible whether somebody can live in a world
     * @param alike whether a possible world is like the one
     */
    static List<List<Integer>> of(int[] world, List<Axis> axes, Predicate<int[]> possible, Predicate<int[]> alike) {
        Surroundings around = new Surroundings(world, axes, possible, alike);
        for (int fact = 0; fact < world.length; fact++) {
            around.leaveOpen(fact);
        }
        for (int fact = 0; fact < world.length; fact++) {
            around.addSome(fact);
        }
        return List.copyOf(around.cells);
    }

    private void leaveOpen(int fact) {
        List<Integer> all = IntStream.range(0, axes.get(fact).size()).boxed().toList();
        boolean open = worlds() * all.size() <= MOST
                && all.stream().filter(cell -> cell != world[fact]).allMatch(cell -> allAlike(fact, cell));
        if (open) {
            cells.set(fact, all);
        }
    }

    private void addSome(int fact) {
        Axis axis = axes.get(fact);
        if (cells.get(fact).size() == axis.size() || worlds() * axis.most() > MOST) {
            return;
        }
        int own = world[fact];
        IntStream others = IntStream.range(0, axis.size())
                .filter(cell -> cell != own && possible(fact, cell) && allAlike(fact, cell))
                .limit(axis.most() - 1L);
        cells.set(
                fact,
                IntStream.concat(IntStream.of(own), others).sorted().boxed().toList());
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
