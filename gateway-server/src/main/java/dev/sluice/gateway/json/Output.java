package dev.sluice.gateway.json;

import java.util.Arrays;

/** The bytes that may leave, until whoever drives the engine has taken them. Neighbouring spans are copied at once. */
final class Output {

    private static final int FIRST_SIZE = 32 * 1024;
    private static final byte[] NONE = new byte[0];
    private static final byte[] COMMA = {','};
    private static final byte[] COLON = {':'};
    private static final int NOTHING = -1;

    private byte[] bytes = new byte[FIRST_SIZE];
    private byte[] source = NONE;
    private int length;
    private int spanFrom;
    private int spanTo;
    private int held = NOTHING;
    private long total;

    /** Forgets what was told by {@link #length}. */
    void clear() {
        int kept = held == NOTHING ? 0 : length - held;
        byte[] before = bytes;
        if (bytes.length > 16 * FIRST_SIZE && kept <= FIRST_SIZE) {
            bytes = new byte[FIRST_SIZE];
        }
        System.arraycopy(before, length - kept, bytes, 0, kept);
        length = kept;
        held = held == NOTHING ? NOTHING : 0;
    }

    void reset() {
        held = NOTHING;
        clear();
        total = 0;
        spanFrom = 0;
        spanTo = 0;
    }

    byte[] bytes() {
        return bytes;
    }

    /** How many bytes may leave now. */
    int length() {
        return held == NOTHING ? length : held;
    }

    /** What is written from now on stays here until {@link #letGo} or {@link #dropHeld}. */
    void hold() {
        flush();
        held = length;
    }

    void letGo() {
        held = NOTHING;
    }

    void dropHeld() {
        flush();
        if (held != NOTHING) {
            total -= length - held;
            length = held;
            held = NOTHING;
        }
    }

    /** Bytes since the body's start. */
    long total() {
        return total;
    }

    /** Where spans are copied from until {@link #flush}. */
    void from(byte[] window) {
        source = window;
    }

    void span(int from, int to) {
        if (from == spanTo) {
            spanTo = to;
        } else {
            flush();
            spanFrom = from;
            spanTo = to;
        }
    }

    void write(byte[] text) {
        flush();
        copy(text, 0, text.length);
    }

    /**
     * Writes a member at the end of the object that was written last, before its white space and closing bracket.
     *
     * @return whether such an object is what was written last; if not, nothing is written
     */
    boolean addMember(byte[] name, byte[] value) {
        flush();
        int last = length - 2;
        while (last >= 0 && isSpace(bytes[last])) {
            last--;
        }
        if (last < 0 || bytes[length - 1] != '}') {
            return false;
        }
        byte[] end = Arrays.copyOfRange(bytes, last + 1, length);
        length -= end.length;
        total -= end.length;
        if (bytes[last] != '{') {
            copy(COMMA, 0, 1);
        }
        copy(name, 0, name.length);
        copy(COLON, 0, 1);
        copy(value, 0, value.length);
        copy(end, 0, end.length);
        return true;
    }

    private static boolean isSpace(byte b) {
        return b == ' ' || b == '\n' || b == '\r' || b == '\t';
    }

    /** Copies the span that was kept open. The window may move only after that. */
    void flush() {
        if (spanTo > spanFrom) {
            copy(source, spanFrom, spanTo - spanFrom);
        }
        spanFrom = 0;
        spanTo = 0;
    }

    private void copy(byte[] from, int at, int count) {
        if (length + count > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + count));
        }
        System.arraycopy(from, at, bytes, length, count);
        length += count;
        total += count;
    }
}
