package dev.sluice.policy.evaluate;

import dev.sluice.policy.field.FieldDecision;
import dev.sluice.policy.field.FieldDecisions;
import dev.sluice.policy.field.FieldTree;
import java.time.Instant;
import java.util.Collections;
import org.jspecify.annotations.Nullable;

/** A plan with what all its exchanges share: remembered outcomes and the decisions that need no rules. */
final class PlanInForce {

    private final CompiledPlan plan;
    private final Gate[] gates;
    private final AskedPlaces[] asked;
    private final FactNeeds ofSeveralSources;
    private final OutcomeCache outcomes = new OutcomeCache();
    private final FieldDecisions unusableId;
    private final FieldDecisions enclosingWithheld;
    private volatile @Nullable DayOfAges today;

    PlanInForce(CompiledPlan plan) {
        this.plan = plan;
        this.gates = plan.gates().toArray(Gate[]::new);
        this.asked = plan.layouts().stream()
                .map(layout -> AskedPlaces.of(layout, plan.needs()))
                .toArray(AskedPlaces[]::new);
        this.ofSeveralSources = plan.needs().ofSeveralSources();
        this.unusableId = withheld(FixedReasons.UNUSABLE_ID);
        this.enclosingWithheld = withheld(FixedReasons.ENCLOSING_WITHHELD);
    }

    CompiledPlan plan() {
        return plan;
    }

    /** @param onRecord whether something may be on record of the customers */
    RecordReader reader(int recordType, boolean onRecord) {
        boolean severalSources = onRecord || asked.length > 1;
        return new RecordReader(asked[recordType], severalSources ? ofSeveralSources : plan.needs());
    }

    /** What ages mean at this time. Exchanges of one day share it. */
    DayOfAges ages(Instant instant) {
        DayOfAges known = today;
        if (known == null || !known.holds(instant)) {
            known = new DayOfAges(instant, plan.ages());
            today = known;
        }
        return known;
    }

    FieldDecisions unusableId() {
        return unusableId;
    }

    FieldDecisions enclosingWithheld() {
        return enclosingWithheld;
    }

    /** @param recordType {@link FieldTree#NONE} outside records, where everything about customers is unknown */
    FieldDecisions decisions(int recordType, long[] gates) {
        return outcomes.decisions(plan, recordType, gates);
    }

    /** How many words a vector of gates has. */
    int words() {
        return (gates.length + 63) >> 6;
    }

    /** Asks every gate and notes the open ones. */
    void fill(long[] vector, Person person) {
        long word = 0;
        for (int k = 0; k < gates.length; k++) {
            if (gates[k].open(person)) {
                word |= 1L << k;
            }
            if ((k & 63) == 63 || k == gates.length - 1) {
                vector[k >> 6] = word;
                word = 0;
            }
        }
    }

    private FieldDecisions withheld(int reason) {
        return new FieldDecisions(
                false, reason, Collections.nCopies(plan.classes().size(), new FieldDecision.Withhold(reason)));
    }
}
