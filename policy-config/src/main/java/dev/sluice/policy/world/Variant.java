package dev.sluice.policy.world;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is another of one fact.
 *
 * @param cell null where nothing is said, but something taken back
 * @param takesBack whether what the customer said against consents is taken back as far as it stands in the way
 */
record Variant(@Nullable Cell cell, boolean takesBack) {

    /**
     * All of a fact, those with the fewest words first. @param objected whether the customer said something against
     * consents
     */
    static List<Variant> of(Dimension dimension, boolean objected) {
        List<Cell> cells = new ArrayList<>(dimension.cells());
        cells.sort(Comparator.comparingInt(cell -> cell.words().length()));
        List<Variant> variants = new ArrayList<>();
        cells.forEach(cell -> variants.add(new Variant(cell, false)));
        if (objected && dimension.fact().kind() == Fact.Kind.CONSENT) {
            variants.add(new Variant(null, true));
            cells.forEach(cell -> variants.add(new Variant(cell, true)));
        }
        return variants;
    }

    /** Whether it says something and takes something back. */
    boolean twofold() {
        return cell != null && takesBack;
    }
}
