package dev.sluice.policy.evaluate;

import dev.sluice.policy.field.FieldDecisions;
import java.util.Arrays;
import java.util.BitSet;
import java.util.SortedSet;

/** The outcomes of one plan by the gates that are open, for those who ask of all customers that there could be. */
public final class Outcomes {

    private final CompiledPlan plan;
    private final OutcomeCache known = new OutcomeCache();

    public Outcomes(CompiledPlan plan) {
        this.plan = plan;
    }

    /**
     * @param recordType or {@link dev.sluice.policy.field.FieldTree#NONE} outside records @param open a bit for each
     * open gate
     */
    public FieldDecisions decide(int recordType, long[] open) {
        return known.decisions(plan, recordType, open);
    }

    /**
     * The shares by which a place leaves where these gates are open: of each category the mildest ones.
     *
     * @param fieldClass one that leaves then
     */
    public SortedSet<Integer> granting(int recordType, int fieldClass, long[] open) {
        return new Combining(plan, open, recordType).granting(fieldClass, true);
    }

    /** The shares that grant a place something where these gates are open, milder ones or not. */
    public SortedSet<Integer> granted(int recordType, int fieldClass, long[] open) {
        return new Combining(plan, open, recordType).granting(fieldClass, false);
    }

    /** The open gates, as they are asked by. */
    public long[] vector(BitSet open) {
        return Arrays.copyOf(open.toLongArray(), (plan.gates().size() + 63) >> 6);
    }
}
