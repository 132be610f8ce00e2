package dev.sluice.gateway.shadow;

import dev.sluice.policy.field.FieldTree;
import dev.sluice.policy.field.RecordBatch;
import dev.sluice.policy.field.RecordFacts;
import org.jspecify.annotations.Nullable;

/**
 * Records that were read by one catalog, as another sees them. A fact that the first does not read is missing, so what
 * depends on it is unknown.
 */
final class MatchedBatch implements RecordBatch {

    private final RecordBatch batch;
    private final TreeMatch match;

    MatchedBatch(RecordBatch batch, TreeMatch match) {
        this.batch = batch;
        this.match = match;
    }

    /** Whether the other catalog has a record wherever these stand. */
    boolean comparable() {
        for (int k = 0; k < batch.size(); k++) {
            if (match.type(batch.record(k).recordType()) == FieldTree.NONE) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int size() {
        return batch.size();
    }

    @Override
    public RecordFacts record(int index) {
        return new MatchedFacts(batch.record(index), match);
    }

    @Override
    public int enclosing(int index) {
        return batch.enclosing(index);
    }

    @Override
    public boolean absent(int index) {
        return batch.absent(index);
    }

    @Override
    public RecordFacts document(int index) {
        return new MatchedFacts(batch.document(index), match);
    }

    /** One record's facts under the other catalog's slots. */
    private record MatchedFacts(RecordFacts facts, TreeMatch match) implements RecordFacts {

        @Override
        public int recordType() {
            return match.type(facts.recordType());
        }

        @Override
        public int first(int slot) {
            int own = match.slot(recordType(), slot);
            return own == FieldTree.NONE ? NONE : facts.first(own);
        }

        @Override
        public int next(int value) {
            return facts.next(value);
        }

        @Override
        public Kind kind(int value) {
            return facts.kind(value);
        }

        @Override
        public byte[] bytes() {
            return facts.bytes();
        }

        @Override
        public int from(int value) {
            return facts.from(value);
        }

        @Override
        public int to(int value) {
            return facts.to(value);
        }

        @Override
        public boolean verbatim(int value) {
            return facts.verbatim(value);
        }

        @Override
        public @Nullable String text(int value) {
            return facts.text(value);
        }
    }
}
