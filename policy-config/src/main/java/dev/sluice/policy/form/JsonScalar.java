package dev.sluice.policy.form;

import dev.sluice.policy.field.Scalar;

/** Writes a scalar as JSON (RFC 8259), with no more escapes than needed. */
final class JsonScalar {

    private JsonScalar() {}

    static String text(Scalar value) {
        if (!value.isString()) {
            return value.text();
        }
        StringBuilder json = new StringBuilder(value.text().length() + 2).append('"');
        for (int k = 0; k < value.text().length(); k++) {
            char c = value.text().charAt(k);
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c < ' ') {
                json.append(String.format("\\u%04x", (int) c));
            } else {
                json.append(c);
            }
        }
        return json.append('"').toString();
    }
}
