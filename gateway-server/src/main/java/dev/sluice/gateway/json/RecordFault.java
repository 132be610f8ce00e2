package dev.sluice.gateway.json;

/** Why the engine itself withholds a record, whatever was decided. */
public enum RecordFault {
    NONE,
    DUPLICATE_MEMBER,
    LONE_SURROGATE,
    RECORD_TOO_LARGE;

    private static final RecordFault[] ALL = values();

    static RecordFault of(int ordinal) {
        return ALL[ordinal];
    }
}
