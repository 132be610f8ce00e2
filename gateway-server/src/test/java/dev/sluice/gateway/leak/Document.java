package dev.sluice.gateway.leak;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** One JSON document, flattened by a parser that the engine does not use. */
final class Document {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final String records;
    private final List<Leaf> leaves = new ArrayList<>();
    private final Set<String> names = new LinkedHashSet<>();
    private final Set<String> dataNames = new LinkedHashSet<>();
    private int count;

    /** @param records where records are, in the spelling of a catalog: {@code $.customers[*]}, {@code $.result.*}, {@code $} */
    Document(byte[] json, String records) {
        this.records = records;
        JsonNode root = MAPPER.readTree(new String(json, StandardCharsets.UTF_8));
        walk(root, "$", "$", "$", -1);
    }

    List<Leaf> leaves() {
        return leaves;
    }

    /** Member names that a catalog could spell. */
    Set<String> names() {
        return names;
    }

    /** Member names that are data. */
    Set<String> dataNames() {
        return dataNames;
    }

    int records() {
        return count;
    }

    private void walk(JsonNode node, String path, String relative, String indexed, int record) {
        int inside = record;
        String from = relative;
        String fromIndexed = indexed;
        if (record < 0 && path.equals(records)) {
            inside = count++;
            from = "$";
            fromIndexed = "$";
        }
        if (node.isObject()) {
            for (Map.Entry<String, JsonNode> member : node.properties()) {
                boolean data = record < 0 && records.equals(path + ".*");
                String name = data ? "*" : member.getKey();
                (data ? dataNames : names).add(member.getKey());
                walk(member.getValue(), path + "." + name, from + "." + name, fromIndexed + "." + name, inside);
            }
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                walk(node.get(i), path + "[*]", from + "[*]", fromIndexed + "[" + i + "]", inside);
            }
        } else {
            leaves.add(new Leaf(
                    inside,
                    clean(from),
                    clean(fromIndexed),
                    node.isNull() ? "null" : node.asString(),
                    node.isString()));
        }
    }

    private static String clean(String path) {
        return path.startsWith("$.") ? path.substring(2) : path;
    }
}
