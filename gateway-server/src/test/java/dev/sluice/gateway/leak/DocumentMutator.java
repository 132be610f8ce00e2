package dev.sluice.gateway.leak;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * Writes a document again with things in it that nobody expects: members twice, renamed, wrapped, emptied, of another type, with
 * escaped names; elements repeated; unknown members that hold copies of what others hold. It stays JSON.
 */
final class DocumentMutator {

    private final Random random;
    private final int rarity;
    private final StringBuilder out = new StringBuilder();
    private final Set<String> written = new HashSet<>();

    private final String records;

    /**
     * @param rarity one in so many places is changed
     * @param records where records are, in the spelling of a catalog
     */
    DocumentMutator(Random random, int rarity, String records) {
        this.records = records;
        this.random = random;
        this.rarity = rarity;
    }

    byte[] mutate(byte[] json) {
        write(new ObjectMapper().readTree(new String(json, StandardCharsets.UTF_8)), "$");
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Whether this text was written at this place, counted from the root with {@code [*]} for indexes. */
    boolean wrote(String path, String text) {
        return written.contains(path + "=" + text);
    }

    private void write(JsonNode node, String path) {
        if (!path.equals("$") && rarely()) {
            surprise(node, path);
        } else if (node.isObject()) {
            object(node, path);
        } else if (node.isArray()) {
            array(node, path);
        } else {
            scalar(
                    node.isString() ? quoted(node.asString()) : node.toString(),
                    node.isNull() ? "null" : node.asString(),
                    path);
        }
    }

    private void surprise(JsonNode node, String path) {
        switch (random.nextInt(7)) {
            case 0 -> scalar("null", "null", path);
            case 1 -> scalar("4711", "4711", path);
            case 2 -> scalar("true", "true", path);
            case 3 -> out.append("{ }");
            case 4 -> out.append("[]");
            case 5 -> {
                out.append("[");
                write(node, path + "[*]");
                out.append(" ]");
            }
            default -> {
                out.append("{\"value\":");
                write(node, path + ".value");
                out.append("}");
            }
        }
    }

    private void object(JsonNode node, String path) {
        out.append("{");
        boolean first = true;
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            first = member(member.getKey(), member.getValue(), path, first);
            if (rarely()) {
                first = member(member.getKey(), member.getValue(), path, first);
            }
        }
        if (rarely()) {
            out.append(first ? "" : ",").append("\"hidden\":");
            write(node, path + ".hidden");
        }
        out.append("}");
    }

    private boolean member(String name, JsonNode value, String path, boolean first) {
        String renamed = rarely() ? odd(name) : name;
        out.append(first ? "" : ",").append(random.nextInt(9) == 0 ? "\n\t" : "");
        out.append(escapedName(renamed)).append(":");
        write(value, records.equals(path + ".*") ? records : path + "." + renamed);
        return false;
    }

    private String odd(String name) {
        return switch (random.nextInt(4)) {
            case 0 -> name.toUpperCase(Locale.ROOT);
            case 1 -> name + " ";
            case 2 -> "";
            default -> name + "\u0000";
        };
    }

    private void array(JsonNode node, String path) {
        out.append("[");
        boolean first = true;
        for (JsonNode element : node) {
            for (int copies = rarely() ? 2 : 1; copies > 0; copies--) {
                out.append(first ? "" : " , ");
                first = false;
                write(element, path + "[*]");
            }
        }
        out.append("]");
    }

    private void scalar(String json, String text, String path) {
        out.append(json);
        written.add(path + "=" + text);
    }

    private boolean rarely() {
        return random.nextInt(rarity) == 0;
    }

    private String escapedName(String name) {
        if (name.isEmpty() || random.nextInt(30) != 0) {
            return quoted(name);
        }
        return String.format("\"\\u%04x", (int) name.charAt(0))
                + quoted(name.substring(1)).substring(1);
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < ' ') {
                quoted.append(String.format("\\u%04x", (int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }
}
