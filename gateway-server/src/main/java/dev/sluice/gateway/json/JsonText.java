package dev.sluice.gateway.json;

import java.nio.charset.StandardCharsets;

/** JSON strings to text and back. Takes only what {@link StringScan} has accepted. */
final class JsonText {

    private static final char[] HEX = "0123456789abcdef".toCharArray();

    private JsonText() {}

    /** The text of a string's raw bytes, without its quotes. */
    static String decode(byte[] b, int from, int to, boolean verbatim) {
        String raw = new String(b, from, to - from, StandardCharsets.UTF_8);
        return verbatim || raw.indexOf('\\') < 0 ? raw : unescape(raw);
    }

    private static String unescape(String raw) {
        StringBuilder text = new StringBuilder(raw.length());
        int i = 0;
        while (i < raw.length()) {
            char c = raw.charAt(i);
            if (c != '\\') {
                text.append(c);
                i++;
            } else if (raw.charAt(i + 1) == 'u') {
                text.append((char) Integer.parseInt(raw, i + 2, i + 6, 16));
                i += 6;
            } else {
                text.append(control(raw.charAt(i + 1)));
                i += 2;
            }
        }
        return text.toString();
    }

    private static char control(char letter) {
        return switch (letter) {
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            default -> letter;
        };
    }

    /** The text as a JSON string with the shortest escapes, quotes included, in UTF-8. */
    static byte[] encode(String text) {
        byte[] plain = text.getBytes(StandardCharsets.UTF_8);
        for (byte b : plain) {
            if (b == '"' || b == '\\' || (b >= 0 && b < 0x20)) {
                return escape(text);
            }
        }
        byte[] quoted = new byte[plain.length + 2];
        System.arraycopy(plain, 0, quoted, 1, plain.length);
        quoted[0] = '"';
        quoted[plain.length + 1] = '"';
        return quoted;
    }

    private static byte[] escape(String text) {
        StringBuilder json = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> json.append("\\\"");
                case '\\' -> json.append("\\\\");
                case '\b' -> json.append("\\b");
                case '\f' -> json.append("\\f");
                case '\n' -> json.append("\\n");
                case '\r' -> json.append("\\r");
                case '\t' -> json.append("\\t");
                default -> {
                    if (c < 0x20) {
                        json.append("\\u00").append(HEX[c >> 4]).append(HEX[c & 15]);
                    } else {
                        json.append(c);
                    }
                }
            }
        }
        return json.append('"').toString().getBytes(StandardCharsets.UTF_8);
    }
}
