package dev.sluice.gateway.explanation;

import dev.sluice.policy.decision.Reason;
import java.util.List;

/**
 * One record. @param number from 1, in the document's order; 0 if it was never decided @param starts where records
 * of its kind begin
 */
public record RecordExplanation(
        int number, List<String> starts, boolean leaves, Reason reason, List<FieldExplanation> fields) {

    public RecordExplanation {
        starts = List.copyOf(starts);
        fields = List.copyOf(fields);
    }

    /** A record that was too large to be decided. */
    static RecordExplanation tooLarge() {
        return new RecordExplanation(
                0, List.of(), false, new Reason(Reason.Cause.RECORD_TOO_LARGE, null, null), List.of());
    }
}
