package dev.sluice.gateway.json;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Reads of several bytes at once. Arrays that are read so have {@link #PADDING} bytes to spare behind their content. */
final class JsonBytes {

    /** How far a read may reach beyond the byte that it is about. */
    static final int PADDING = 64;

    /** What stands at the limit of a window: illegal everywhere in JSON, so every scanner stops there by itself. */
    static final byte SENTINEL = 0;

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    private static final long ONES = 0x0101010101010101L;
    private static final long HIGHS = 0x8080808080808080L;

    private JsonBytes() {}

    static long eight(byte[] b, int at) {
        return (long) LONG.get(b, at);
    }

    static int four(byte[] b, int at) {
        return (int) INT.get(b, at);
    }

    /** The first byte from {@code i} on that is a quote, a backslash, a control character or not ASCII. */
    static int plainEnd(byte[] b, int i) {
        while (true) {
            long v = (long) LONG.get(b, i);
            long quoteOrControl = (v ^ (ONES * 0x02)) - (ONES * 0x21);
            long backslash = (v ^ (ONES * 0x5C)) - ONES;
            long hit = (quoteOrControl | backslash | v) & HIGHS;
            if (hit != 0) {
                return i + (Long.numberOfTrailingZeros(hit) >>> 3);
            }
            i += 8;
        }
    }

    /** The first byte from {@code i} on that is no digit. */
    static int digitsEnd(byte[] b, int i) {
        while (true) {
            long v = (long) LONG.get(b, i);
            long hit = (((v ^ (ONES * 0x30)) + ONES * 0x76) | v) & HIGHS;
            if (hit != 0) {
                return i + (Long.numberOfTrailingZeros(hit) >>> 3);
            }
            i += 8;
        }
    }

    /** The end of the line if there is only white space before it, or else the first byte that is none. */
    static int lineEnd(byte[] b, int i) {
        int end = i;
        while (b[end] == ' ' || b[end] == '\t' || b[end] == '\r') {
            end++;
        }
        return b[end] == '\n' ? end + 1 : end;
    }

    /** The first byte from {@code i} on that is not JSON white space. */
    static int spaceEnd(byte[] b, int i) {
        while (true) {
            int c = b[i];
            if (c != ' ' && c != '\n' && c != '\r' && c != '\t') {
                return i;
            }
            i++;
            while (eight(b, i) == ONES * ' ') {
                i += 8;
            }
        }
    }
}
