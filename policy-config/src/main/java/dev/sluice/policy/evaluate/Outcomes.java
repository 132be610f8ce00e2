package dev.sluice.policy.evaluate;

import dev.sluice.policy.field.FieldDecisions;

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

    /** How many words hold a bit for each of so many gates. */
    public static int words(int gates) {
        return (gates + 63) >> 6;
    }
}
