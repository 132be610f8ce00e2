package dev.sluice.policy.compile;

import dev.sluice.policy.field.RecordFacts;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Facts in lists: what an engine would note, collected value by value. */
final class ListedFacts implements RecordFacts {

    private final int recordType;
    private final List<Value> values = new ArrayList<>();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    private record Value(int slot, Kind kind, int from, int to, String text) {}

    ListedFacts(int recordType) {
        this.recordType = recordType;
    }

    /** What is known so far. */
    ListedFacts copy() {
        ListedFacts copy = new ListedFacts(recordType);
        copy.values.addAll(values);
        copy.bytes.writeBytes(bytes.toByteArray());
        return copy;
    }

    void add(int slot, Object value) {
        if (value instanceof String string) {
            scalar(slot, Kind.STRING, string);
        } else if (value instanceof TinyJson.Number number) {
            scalar(slot, Kind.NUMBER, number.literal());
        } else if (value instanceof Boolean bool) {
            scalar(slot, bool ? Kind.TRUE : Kind.FALSE, bool.toString());
        } else {
            Kind kind = value == null ? Kind.NULL : value instanceof Map<?, ?> ? Kind.OBJECT : Kind.ARRAY;
            values.add(new Value(slot, kind, 0, 0, null));
        }
    }

    void addUnusable(int slot) {
        values.add(new Value(slot, Kind.UNUSABLE, 0, 0, null));
    }

    private void scalar(int slot, Kind kind, String text) {
        int from = bytes.size();
        bytes.writeBytes(text.getBytes(StandardCharsets.UTF_8));
        values.add(new Value(slot, kind, from, bytes.size(), text));
        bytes.write('"');
    }

    @Override
    public int recordType() {
        return recordType;
    }

    @Override
    public int first(int slot) {
        return from(0, slot);
    }

    @Override
    public int next(int value) {
        return from(value + 1, values.get(value).slot());
    }

    private int from(int start, int slot) {
        for (int k = start; k < values.size(); k++) {
            if (values.get(k).slot() == slot) {
                return k;
            }
        }
        return NONE;
    }

    @Override
    public Kind kind(int value) {
        return values.get(value).kind();
    }

    @Override
    public byte[] bytes() {
        return bytes.toByteArray();
    }

    @Override
    public int from(int value) {
        return values.get(value).from();
    }

    @Override
    public int to(int value) {
        return values.get(value).to();
    }

    @Override
    public boolean verbatim(int value) {
        String text = values.get(value).text();
        return text == null || text.chars().noneMatch(c -> c < ' ' || c == '"' || c == '\\');
    }

    @Override
    public String text(int value) {
        return values.get(value).text();
    }
}
