package dev.sluice.gateway.demo;

import dev.sluice.policy.decision.Reason;
import org.jspecify.annotations.Nullable;

/**
 * What became of one value of the shop's document.
 *
 * @param record the index of the record it stands in, in document order, or -1 outside records
 * @param path where it stands, from the record's beginning, or from the document's outside records
 * @param held what the shop holds, as JSON
 * @param seen what the partner sees, as JSON, or null if it stayed
 */
record Fate(int record, String path, String held, @Nullable String seen, Reason reason) {

    boolean stays() {
        return seen == null;
    }

    boolean changed() {
        return seen != null && !seen.equals(held);
    }
}
