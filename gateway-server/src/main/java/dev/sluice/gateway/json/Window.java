package dev.sluice.gateway.json;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * The bytes of the body that are still needed, in one array with a sentinel behind them. It grows while more than half of
 * it is kept and falls back to its first size for the next body.
 */
final class Window {

    private static final int FIRST_SIZE = 128 * 1024;

    private byte[] bytes = new byte[FIRST_SIZE + JsonBytes.PADDING];
    private int limit;
    private long offset;

    byte[] bytes() {
        return bytes;
    }

    /** Behind the last byte. */
    int limit() {
        return limit;
    }

    /** The place in the body of the window's first byte. */
    long offset() {
        return offset;
    }

    void clear() {
        if (bytes.length > 4 * FIRST_SIZE) {
            bytes = new byte[FIRST_SIZE + JsonBytes.PADDING];
        }
        limit = 0;
        offset = 0;
        bytes[0] = JsonBytes.SENTINEL;
    }

    /** How many bytes can be appended as it is. */
    int space() {
        return bytes.length - JsonBytes.PADDING - limit;
    }

    /** Makes space by forgetting all before {@code keep}. Returns by how much the content moved towards the start. */
    int compact(int keep) {
        int kept = limit - keep;
        byte[] old = bytes;
        if (kept > (bytes.length - JsonBytes.PADDING) / 2) {
            bytes = new byte[(old.length - JsonBytes.PADDING) * 2 + JsonBytes.PADDING];
        }
        System.arraycopy(old, keep, bytes, 0, kept);
        if (old != bytes) {
            Arrays.fill(old, 0, limit, (byte) 0);
        }
        limit = kept;
        offset += keep;
        bytes[limit] = JsonBytes.SENTINEL;
        return keep;
    }

    /** Whether a line's end is the last byte. */
    boolean endsLine() {
        return limit > 0 && bytes[limit - 1] == '\n';
    }

    /** Takes as much of {@code input} as there is space for. */
    void append(ByteBuffer input) {
        append(input, Math.min(space(), input.remaining()));
    }

    /** The same, but nothing behind the first line's end. */
    void appendLine(ByteBuffer input) {
        int from = input.position();
        int most = from + Math.min(space(), input.remaining());
        int end = from;
        while (end < most && input.get(end) != '\n') {
            end++;
        }
        append(input, Math.min(end + 1, most) - from);
    }

    private void append(ByteBuffer input, int length) {
        input.get(bytes, limit, length);
        limit += length;
        bytes[limit] = JsonBytes.SENTINEL;
    }
}
