package dev.sluice.gateway.json;

import dev.sluice.policy.field.FieldTree;
import dev.sluice.policy.field.RecordFacts;
import org.jspecify.annotations.Nullable;

/** Shows one record's part of a {@link FactTape}. One view is reused for all records of a window. */
final class FactsView implements RecordFacts {

    private final FactTape facts;
    private byte[] bytes = new byte[0];
    private int record;
    private int recordType = FieldTree.NONE;
    private int from;
    private int to;

    FactsView(FactTape facts) {
        this.facts = facts;
    }

    FactsView of(byte[] bytes, int record, int recordType, int from, int to) {
        this.bytes = bytes;
        this.record = record;
        this.recordType = recordType;
        this.from = from;
        this.to = to;
        return this;
    }

    @Override
    public int recordType() {
        return recordType;
    }

    @Override
    public int first(int slot) {
        return facts.find(record, slot, from, to);
    }

    @Override
    public int next(int value) {
        return facts.findNext(value, to);
    }

    @Override
    public Kind kind(int value) {
        return facts.kind(value);
    }

    @Override
    public byte[] bytes() {
        return bytes;
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
        return switch (facts.kind(value)) {
            case NULL, OBJECT, ARRAY, UNUSABLE -> null;
            case STRING, NUMBER, TRUE, FALSE -> JsonText.decode(bytes, from(value), to(value), verbatim(value));
        };
    }

    @Override
    public String toString() {
        return "FactsView[record type " + recordType + "]";
    }
}
