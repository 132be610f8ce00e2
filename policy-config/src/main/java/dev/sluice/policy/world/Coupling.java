package dev.sluice.policy.world;

import java.util.ArrayList;
import java.util.List;

/** Which cells of different facts nobody can be in at once: a state is known only in a country that has it. */
final class Coupling {

    private final List<Pair> pairs = new ArrayList<>();

    /** @param together by the cells of the one and of the other dimension */
    private record Pair(int one, int other, boolean[][] together) {}

    Coupling(List<Dimension> dimensions) {
        for (int one = 0; one < dimensions.size(); one++) {
            for (int other = one + 1; other < dimensions.size(); other++) {
                if (dimensions.get(one).tells(dimensions.get(other))) {
                    pairs.add(new Pair(one, other, together(dimensions.get(one), dimensions.get(other))));
                }
            }
        }
    }

    private static boolean[][] together(Dimension one, Dimension other) {
        boolean[][] together = new boolean[one.size()][other.size()];
        for (int k = 0; k < together.length; k++) {
            for (int m = 0; m < together[k].length; m++) {
                together[k][m] = one.cells().get(k).goesWith(other.cells().get(m));
            }
        }
        return together;
    }

    /** @param cells by all dimensions */
    boolean possible(int[] cells) {
        for (Pair pair : pairs) {
            if (!pair.together()[cells[pair.one()]][cells[pair.other()]]) {
                return false;
            }
        }
        return true;
    }

    /** Adds to each cell of a dimension with which others it goes. */
    void sign(int dimension, StringBuilder[] signatures) {
        for (Pair pair : pairs) {
            for (int k = 0; k < pair.together().length; k++) {
                for (int m = 0; m < pair.together()[k].length; m++) {
                    char bit = pair.together()[k][m] ? '1' : '0';
                    if (pair.one() == dimension) {
                        signatures[k].append(bit);
                    } else if (pair.other() == dimension) {
                        signatures[m].append(bit);
                    }
                }
            }
        }
    }
}
