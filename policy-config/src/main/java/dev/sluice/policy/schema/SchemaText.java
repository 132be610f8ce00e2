package dev.sluice.policy.schema;

import dev.sluice.policy.diagnostic.JsonText;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** Writes a schema as JSON that people can read: a member a line, lists of words in one. */
final class SchemaText {

    private final StringBuilder out = new StringBuilder();

    private SchemaText() {}

    static String of(Map<String, ?> schema) {
        SchemaText text = new SchemaText();
        text.value(schema, 0);
        return text.out.append('\n').toString();
    }

    private void value(Object value, int depth) {
        if (value instanceof Map<?, ?> map) {
            map(map, depth);
        } else if (value instanceof List<?> list) {
            list(list, depth);
        } else if (value instanceof String text) {
            out.append(JsonText.quoted(text));
        } else {
            out.append(value);
        }
    }

    private void map(Map<?, ?> map, int depth) {
        out.append('{');
        Iterator<? extends Map.Entry<?, ?>> entries = map.entrySet().iterator();
        while (entries.hasNext()) {
            Map.Entry<?, ?> entry = entries.next();
            line(depth + 1);
            out.append(JsonText.quoted(entry.getKey().toString())).append(": ");
            value(entry.getValue(), depth + 1);
            out.append(entries.hasNext() ? "," : "");
        }
        if (!map.isEmpty()) {
            line(depth);
        }
        out.append('}');
    }

    private void list(List<?> list, int depth) {
        boolean words = list.stream().allMatch(String.class::isInstance);
        out.append('[');
        Iterator<?> elements = list.iterator();
        while (elements.hasNext()) {
            if (!words) {
                line(depth + 1);
            }
            value(elements.next(), depth + 1);
            out.append(elements.hasNext() ? words ? ", " : "," : "");
        }
        if (!words) {
            line(depth);
        }
        out.append(']');
    }

    private void line(int depth) {
        out.append('\n').append("  ".repeat(depth));
    }
}
