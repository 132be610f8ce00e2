package dev.sluice.policy.evaluate;

import dev.sluice.policy.field.FieldDecisions;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * The decisions of one plan by the gates that are open: no time, no country, no customer is in it. Bounded: a new
 * outcome takes
 * the place of one that falls together with it. Safe for threads, without locks.
 */
final class OutcomeCache {

    private static final int OUTCOMES = 1024;

    private final AtomicReferenceArray<@Nullable Outcome> outcomes = new AtomicReferenceArray<>(OUTCOMES);

    /** The decisions for these gates, worked out if they are not remembered. */
    FieldDecisions decisions(CompiledPlan plan, int recordType, long[] gates) {
        int slot = slot(recordType, gates);
        Outcome known = outcomes.get(slot);
        if (known != null && known.recordType == recordType && Arrays.equals(known.gates, gates)) {
            return known.decisions;
        }
        long[] key = gates.clone();
        Outcome made = new Outcome(recordType, key, new Combining(plan, key, recordType).decide());
        outcomes.set(slot, made);
        return made.decisions;
    }

    private static int slot(int recordType, long[] gates) {
        long hash = recordType + 1;
        for (long word : gates) {
            hash = (hash ^ word) * 0x9E37_79B9_7F4A_7C15L;
            hash ^= hash >>> 32;
        }
        return (int) hash & OUTCOMES - 1;
    }

    private static final class Outcome {
        private final int recordType;
        private final long[] gates;
        private final FieldDecisions decisions;

        Outcome(int recordType, long[] gates, FieldDecisions decisions) {
            this.recordType = recordType;
            this.gates = gates;
            this.decisions = decisions;
        }
    }
}
