package dev.sluice.gateway.json;

/** Finds the end of literals and numbers: the place behind them, or {@link StringScan#NEED_INPUT}. */
final class ScalarScan {

    private static final int TRUE = JsonBytes.four(new byte[] {'t', 'r', 'u', 'e'}, 0);
    private static final int NULL = JsonBytes.four(new byte[] {'n', 'u', 'l', 'l'}, 0);
    private static final int ALSE = JsonBytes.four(new byte[] {'a', 'l', 's', 'e'}, 0);

    private ScalarScan() {}

    static int nullEnd(byte[] b, int i, int limit) throws MalformedHere {
        return literalEnd(b, i, NULL, limit);
    }

    /** The end of a number or of a literal other than {@code null}. */
    static int otherEnd(byte[] b, int i, int limit, boolean ended, int longest) throws MalformedHere {
        int c = b[i];
        if (c == '-' || (c >= '0' && c <= '9')) {
            int end = NumberScan.end(b, i, limit, ended);
            if ((end < 0 ? limit : end) - i > longest) {
                throw new MalformedHere(i, "expected a number of at most " + longest + " bytes");
            }
            return end;
        }
        return switch (c) {
            case 't' -> literalEnd(b, i, TRUE, limit);
            case 'f' -> falseEnd(b, i, limit);
            default -> {
                if (i == limit) {
                    yield StringScan.NEED_INPUT;
                }
                throw new MalformedHere(i, "expected a value");
            }
        };
    }

    private static int literalEnd(byte[] b, int i, int word, int limit) throws MalformedHere {
        if (JsonBytes.four(b, i) == word) {
            return i + 4;
        }
        for (int k = 0; k < 4; k++) {
            if (i + k == limit) {
                return StringScan.NEED_INPUT;
            }
            if (b[i + k] != (byte) (word >>> 8 * k)) {
                break;
            }
        }
        throw new MalformedHere(i, "expected a value");
    }

    private static int falseEnd(byte[] b, int i, int limit) throws MalformedHere {
        return i + 1 == limit ? StringScan.NEED_INPUT : literalEnd(b, i + 1, ALSE, limit);
    }
}
