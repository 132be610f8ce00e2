package dev.sluice.gateway.json;

/** Finds the end of literals and numbers: the place behind them, or {@link StringScan#NEED_INPUT}. */
final class ScalarScan {

    private static final int TRUE = JsonBytes.four(new byte[] {'t', 'r', 'u', 'e'}, 0);
    private static final int NULL = JsonBytes.four(new byte[] {'n', 'u', 'l', 'l'}, 0);
    private static final int ALSE = JsonBytes.four(new byte[] {'a', 'l', 's', 'e'}, 0);

    private ScalarScan() {}

    /**
     * The end of a literal or of a short whole number that something follows; {@code i} where anything else stands.
     */
    static int plainEnd(byte[] b, int i, int longest) {
        int word = JsonBytes.four(b, i);
        if (word == NULL || word == TRUE) {
            return i + 4;
        }
        int c = b[i];
        if (c == 'f') {
            return JsonBytes.four(b, i + 1) == ALSE ? i + 5 : i;
        }
        int end = JsonBytes.digitsEnd(b, i);
        boolean whole = end == i + 1 || (c != '0' && end - i <= longest);
        return whole && (b[end] == ',' || b[end] == '}') ? end : i;
    }

    static int nullEnd(byte[] b, int i, int limit) throws MalformedHere {
        return literalEnd(b, i, NULL, limit);
    }

    /** The end of a number or of a literal other than {@code null}. */
    static int otherEnd(byte[] b, int i, int limit, boolean ended, int longest) throws MalformedHere {
        int c = b[i];
        if (c == '-' || (c >= '0' && c <= '9')) {
            return numberEnd(b, i, limit, ended, longest);
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

    /** A number is too long before it is malformed: which of both is seen first depends on how the body is cut. */
    private static int numberEnd(byte[] b, int i, int limit, boolean ended, int longest) throws MalformedHere {
        int end;
        try {
            end = NumberScan.end(b, i, limit, ended);
        } catch (MalformedHere malformed) {
            requireLength(i, malformed.at(), longest);
            throw malformed;
        }
        requireLength(i, end < 0 ? limit : end, longest);
        return end;
    }

    private static void requireLength(int from, int end, int longest) throws MalformedHere {
        if (end - from > longest) {
            throw new MalformedHere(from, "expected a number of at most " + longest + " bytes");
        }
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
