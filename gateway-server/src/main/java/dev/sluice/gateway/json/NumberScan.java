package dev.sluice.gateway.json;

/** Finds the end of a number and checks its grammar (RFC 8259 section 6). Its bytes are never interpreted. */
final class NumberScan {

    /** Not finished: more input is needed. */
    static final int NEED_INPUT = -1;

    private NumberScan() {}

    /**
     * @param from the minus or the first digit
     * @param ended whether the limit is the end of the body
     * @return the place behind the number, or {@link #NEED_INPUT}
     */
    static int end(byte[] b, int from, int limit, boolean ended) throws MalformedHere {
        int i = b[from] == '-' ? from + 1 : from;
        int digits = i;
        i = JsonBytes.digitsEnd(b, i);
        if (i == digits) {
            return missing(i, limit);
        }
        if (b[digits] == '0' && i > digits + 1) {
            throw new MalformedHere(digits, "expected no leading zero in a number");
        }
        if (b[i] == '.') {
            int fraction = i + 1;
            i = JsonBytes.digitsEnd(b, fraction);
            if (i == fraction) {
                return missing(i, limit);
            }
        }
        if (b[i] == 'e' || b[i] == 'E') {
            int exponent = i + 1;
            if (b[exponent] == '+' || b[exponent] == '-') {
                exponent++;
            }
            i = JsonBytes.digitsEnd(b, exponent);
            if (i == exponent) {
                return missing(i, limit);
            }
        }
        return i == limit && !ended ? NEED_INPUT : i;
    }

    private static int missing(int at, int limit) throws MalformedHere {
        if (at == limit) {
            return NEED_INPUT;
        }
        throw new MalformedHere(at, "expected a digit");
    }
}
