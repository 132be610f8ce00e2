package dev.sluice.policy.decision;

import dev.sluice.policy.field.FieldDecisions;
import dev.sluice.policy.field.FieldPlan;
import dev.sluice.policy.field.RecordBatch;
import dev.sluice.policy.field.RecordContext;
import dev.sluice.policy.field.RecordVerdict;
import org.jspecify.annotations.Nullable;

/**
 * What one exchange may disclose. Its plan and document decision are fixed before the first byte; records are decided
 * window by window. Used by one thread at a time.
 */
public interface Disclosure {

    PolicyVersion version();

    FieldPlan plan();

    /** The decision for all that stands outside records: customers' conditions are unknown in it. */
    FieldDecisions document();

    /** What forms outside records may know. */
    RecordContext documentContext();

    /**
     * What tells the customer of a waiting record from others: by the catalog's first id, of the record or of the
     * nearest around it that says whom it is about. Null where none does, and where an id cannot be used.
     */
    default @Nullable String customer(RecordBatch batch, int index) {
        return null;
    }

    /** Decides the records that wait. The result has one verdict for each, in the batch's order. */
    RecordVerdict[] decide(RecordBatch batch);

    /** Resolves the index that a decision carries. */
    Reason reason(int index);
}
