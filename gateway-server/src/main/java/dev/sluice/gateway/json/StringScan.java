package dev.sluice.gateway.json;

/**
 * Finds the end of a string and checks it on the way: escapes, control characters, UTF-8 (RFC 3629, no surrogates, nothing
 * overlong). A string that the input cuts is continued where it was left, so that the work stays linear however small the
 * pieces are.
 */
final class StringScan {

    /** Not finished: more input is needed. */
    static final int NEED_INPUT = -1;

    private static final int UNSET = Integer.MIN_VALUE;

    private int token = UNSET;
    private int resumeAt;
    private boolean escaped;
    private boolean loneSurrogate;

    /** Whether the string found last holds an escape. */
    boolean escaped() {
        return escaped;
    }

    /** Whether a lone surrogate was seen since this was last asked. */
    boolean takeLoneSurrogate() {
        boolean seen = loneSurrogate;
        loneSurrogate = false;
        return seen;
    }

    /** Whether a lone surrogate was seen and not asked for yet. */
    boolean loneSurrogate() {
        return loneSurrogate;
    }

    /** How far a string that is not finished was read: nothing before that place is looked at again. */
    int resumeAt() {
        return resumeAt;
    }

    /** Whether the string whose content begins at {@code start} was begun and not finished. */
    boolean unfinished(int start) {
        return token == start;
    }

    void reset() {
        token = UNSET;
        escaped = false;
        loneSurrogate = false;
    }

    /** The window has moved its content by {@code by} towards its start. */
    void shift(int by) {
        token = token < by ? UNSET : token - by;
        resumeAt -= by;
    }

    /** Makes {@code start} the token that is to be continued: all before it was read and may be forgotten. */
    void continueFrom(int start) {
        token = start;
        resumeAt = start;
    }

    /**
     * @param start the first byte behind the opening quote
     * @return the place behind the closing quote, or {@link #NEED_INPUT}
     */
    int end(byte[] b, int start, int limit) throws MalformedHere {
        int i = start;
        if (token == start) {
            i = resumeAt;
        } else {
            escaped = false;
        }
        i = JsonBytes.plainEnd(b, i);
        return b[i] == '"' ? finished(i) : slowEnd(b, start, i, limit);
    }

    private int finished(int quote) {
        token = UNSET;
        return quote + 1;
    }

    /**
     * The same for a string that was not begun before and is plain up to {@code from}. Not found either where a lone
     * surrogate was seen.
     */
    int restEnd(byte[] b, int start, int from, int limit) throws MalformedHere {
        escaped = false;
        int text = b[from] < 0 ? Utf8.textEnd(b, from) : from;
        if (text > from) {
            return text;
        }
        int end = slowEnd(b, start, from, limit);
        return loneSurrogate ? NEED_INPUT : end;
    }

    private int slowEnd(byte[] b, int start, int from, int limit) throws MalformedHere {
        int i = from;
        while (true) {
            int c = b[i];
            int next;
            if (c == '"') {
                return finished(i);
            } else if (c == '\\') {
                escaped = true;
                next = escapeEnd(b, i, limit);
            } else if (c < 0) {
                next = utf8End(b, i, limit);
            } else if (i == limit) {
                next = NEED_INPUT;
            } else {
                throw new MalformedHere(i, "expected no control character in a string");
            }
            if (next == NEED_INPUT) {
                token = start;
                resumeAt = i;
                return NEED_INPUT;
            }
            i = JsonBytes.plainEnd(b, next);
        }
    }

    private int escapeEnd(byte[] b, int backslash, int limit) throws MalformedHere {
        int at = backslash + 1;
        if (at == limit) {
            return NEED_INPUT;
        }
        switch (b[at]) {
            case '"', '\\', '/', 'b', 'f', 'n', 'r', 't':
                return at + 1;
            case 'u':
                return unicodeEnd(b, backslash, limit);
            default:
                throw new MalformedHere(at, "expected an escape of RFC 8259 in a string");
        }
    }

    private int unicodeEnd(byte[] b, int backslash, int limit) throws MalformedHere {
        int unit = codeUnit(b, backslash + 2, limit);
        if (unit < 0) {
            return NEED_INPUT;
        }
        int end = backslash + 6;
        if (!Character.isSurrogate((char) unit)) {
            return end;
        }
        if (Character.isLowSurrogate((char) unit)) {
            loneSurrogate = true;
            return end;
        }
        if (end == limit || (b[end] == '\\' && end + 1 == limit)) {
            return NEED_INPUT;
        }
        if (b[end] == '\\' && b[end + 1] == 'u') {
            int second = codeUnit(b, end + 2, limit);
            if (second < 0) {
                return NEED_INPUT;
            }
            if (Character.isLowSurrogate((char) second)) {
                return end + 6;
            }
        }
        loneSurrogate = true;
        return end;
    }

    private static int codeUnit(byte[] b, int from, int limit) throws MalformedHere {
        int unit = 0;
        for (int i = from; i < from + 4; i++) {
            if (i == limit) {
                return NEED_INPUT;
            }
            int digit = Character.digit(b[i], 16);
            if (digit < 0) {
                throw new MalformedHere(i, "expected four hexadecimal digits behind `\\u`");
            }
            unit = unit << 4 | digit;
        }
        return unit;
    }

    /** Reads a run of characters beyond ASCII; stops at the lead byte of one that the input cuts. */
    private static int utf8End(byte[] b, int from, int limit) throws MalformedHere {
        int i = from;
        while (b[i] < 0) {
            int length = shortLength(JsonBytes.four(b, i));
            if (length == 0) {
                length = checkedLength(b, i, limit);
            }
            if (length == NEED_INPUT) {
                return i == from ? NEED_INPUT : i;
            }
            i += length;
        }
        return i;
    }

    private static int checkedLength(byte[] b, int i, int limit) throws MalformedHere {
        int lead = b[i] & 0xFF;
        int length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
        if (lead < 0xC2 || lead > 0xF4) {
            throw new MalformedHere(i, "expected UTF-8");
        }
        for (int k = 1; k < length; k++) {
            if (i + k == limit) {
                return NEED_INPUT;
            }
            int low = k > 1 ? 0x80 : lowest(lead);
            int high = k > 1 ? 0xBF : highest(lead);
            int next = b[i + k] & 0xFF;
            if (next < low || next > high) {
                throw new MalformedHere(i, "expected UTF-8");
            }
        }
        return length;
    }

    /**
     * The length of the character of two or three bytes that {@code four} begins with, first byte lowest; 0 if
     * it is another, nothing well-formed, or not whole: what stands at the limit continues no character.
     */
    private static int shortLength(int four) {
        if ((four & 0xC0E0) == 0x80C0) {
            boolean overlong = (four & 0x1E) == 0;
            return overlong ? 0 : 2;
        }
        if ((four & 0xC0C0F0) == 0x8080E0) {
            int high = four & 0x200F;
            boolean overlongOrSurrogate = high == 0 || high == 0x200D;
            return overlongOrSurrogate ? 0 : 3;
        }
        return 0;
    }

    private static int lowest(int lead) {
        return lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
    }

    private static int highest(int lead) {
        return lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
    }
}
