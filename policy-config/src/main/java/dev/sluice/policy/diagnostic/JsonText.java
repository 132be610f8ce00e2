package dev.sluice.policy.diagnostic;

/**
 * Writes JSON (RFC 8259) member by member, with all but printable ASCII escaped. Small reports only: it checks nothing.
 */
public final class JsonText {

    private static final int FIRST_PRINTABLE = 0x20;
    private static final int LAST_PRINTABLE = 0x7E;

    private final StringBuilder out = new StringBuilder();
    private boolean first = true;

    JsonText beginObject() {
        return begin('{');
    }

    JsonText beginObject(String name) {
        return name(name).begin('{');
    }

    JsonText endObject() {
        return end('}');
    }

    JsonText beginArray(String name) {
        return name(name).begin('[');
    }

    JsonText endArray() {
        return end(']');
    }

    JsonText text(String name, String value) {
        name(name);
        string(value);
        return this;
    }

    JsonText number(String name, int value) {
        name(name);
        out.append(value);
        first = false;
        return this;
    }

    private JsonText begin(char bracket) {
        comma();
        out.append(bracket);
        first = true;
        return this;
    }

    private JsonText end(char bracket) {
        out.append(bracket);
        first = false;
        return this;
    }

    private JsonText name(String name) {
        comma();
        string(name);
        out.append(':');
        first = true;
        return this;
    }

    private void comma() {
        if (!first) {
            out.append(',');
        }
        first = false;
    }

    private void string(String value) {
        quote(value, out);
        first = false;
    }

    /** A text as a JSON string, with its quotes. */
    public static String quoted(String value) {
        StringBuilder out = new StringBuilder();
        quote(value, out);
        return out.toString();
    }

    private static void quote(String value, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c >= FIRST_PRINTABLE && c <= LAST_PRINTABLE) {
                out.append(c);
            } else {
                out.append(String.format("\\u%04x", (int) c));
            }
        }
        out.append('"');
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
