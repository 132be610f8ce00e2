package dev.sluice.gateway.route;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The target of a request in origin form (RFC 9112 section 3.2.1) after strict normalisation. What two servers could
 * read in two ways is no target at all: encoded slashes, backslashes and NULs, dot segments, empty segments,
 * parameters behind a semicolon. The normalised path is what routes are matched by and what is sent on.
 *
 * @param path begins with a slash; unreserved characters stand decoded, other escapes in upper case
 * @param query the raw query without its question mark, or null; its escapes are well-formed and hide no control
 *     character
 */
public record RequestTarget(String path, @Nullable String query) {

    private static final String SUB_DELIMITERS = "!$&'()*+,=";

    /** The target, or null if it is not one that this gateway takes. */
    public static @Nullable RequestTarget parse(String raw) {
        if (raw.isEmpty() || raw.charAt(0) != '/') {
            return null;
        }
        int mark = raw.indexOf('?');
        String path = normalisedPath(mark < 0 ? raw : raw.substring(0, mark));
        if (path == null) {
            return null;
        }
        if (mark < 0) {
            return new RequestTarget(path, null);
        }
        String query = raw.substring(mark + 1);
        return validQuery(query) ? new RequestTarget(path, query) : null;
    }

    private static @Nullable String normalisedPath(String raw) {
        StringBuilder out = new StringBuilder(raw.length());
        for (int k = 0; k < raw.length(); k++) {
            char c = raw.charAt(k);
            if (c == '%') {
                int octet = octet(raw, k);
                if (octet <= 0x20 || "/\\%;".indexOf(octet) >= 0 || octet == 0x7F) {
                    return null;
                }
                if (unreserved((char) octet)) {
                    out.append((char) octet);
                } else {
                    out.append(raw, k, k + 3);
                    upperCase(out, out.length() - 2);
                }
                k += 2;
            } else if (c == '/' || unreserved(c) || SUB_DELIMITERS.indexOf(c) >= 0 || c == ':' || c == '@') {
                out.append(c);
            } else {
                return null;
            }
        }
        boolean unicode = raw.indexOf('%') < 0 || unicode(out);
        return cleanSegments(out) && unicode ? out.toString() : null;
    }

    /** Whether all escapes of the path together are UTF-8, in its shortest form (RFC 3629). */
    private static boolean unicode(CharSequence path) {
        ByteBuffer octets = ByteBuffer.allocate(path.length());
        for (int k = 0; k < path.length(); k++) {
            boolean escape = path.charAt(k) == '%';
            octets.put((byte) (escape ? octet(path, k) : path.charAt(k)));
            k += escape ? 2 : 0;
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(octets.flip());
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static boolean cleanSegments(CharSequence path) {
        int start = 1;
        for (int k = 1; k <= path.length(); k++) {
            if (k < path.length() && path.charAt(k) != '/') {
                continue;
            }
            int length = k - start;
            boolean dots = length == 1 && path.charAt(start) == '.'
                    || length == 2 && path.charAt(start) == '.' && path.charAt(start + 1) == '.';
            boolean emptyInside = length == 0 && k < path.length();
            if (dots || emptyInside) {
                return false;
            }
            start = k + 1;
        }
        return true;
    }

    private static boolean validQuery(String query) {
        for (int k = 0; k < query.length(); k++) {
            char c = query.charAt(k);
            if (c == '%') {
                int octet = octet(query, k);
                if (octet < 0x20 || octet == 0x7F) {
                    return false;
                }
                k += 2;
            } else if (!unreserved(c) && SUB_DELIMITERS.indexOf(c) < 0 && ":@/?[]".indexOf(c) < 0) {
                return false;
            }
        }
        return true;
    }

    /** The octet that an escape stands for, or -1. */
    private static int octet(CharSequence text, int at) {
        if (at + 2 >= text.length()) {
            return -1;
        }
        int high = hex(text.charAt(at + 1));
        int low = hex(text.charAt(at + 2));
        return high < 0 || low < 0 ? -1 : high << 4 | low;
    }

    private static int hex(char c) {
        return c < 0x80 ? Character.digit(c, 16) : -1;
    }

    private static void upperCase(StringBuilder text, int from) {
        for (int k = from; k < text.length(); k++) {
            text.setCharAt(k, Character.toUpperCase(text.charAt(k)));
        }
    }

    private static boolean unreserved(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || "-._~".indexOf(c) >= 0;
    }
}
