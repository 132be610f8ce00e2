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
        walk(root, new Place("$", "$", "$", "$"), -1);
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

    private void walk(JsonNode node, Place place, int record) {
        int inside = record;
        Place here = place;
        if (record < 0 && place.absolute().equals(records)) {
            inside = count++;
            here = place.recordRoot();
        }
        if (node.isObject()) {
            for (Map.Entry<String, JsonNode> member : node.properties()) {
                boolean data = record < 0 && records.equals(place.absolute() + ".*");
                (data ? dataNames : names).add(member.getKey());
                walk(member.getValue(), here.member(data ? "*" : member.getKey()), inside);
            }
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                walk(node.get(i), here.element(i, selector(node.get(i))), inside);
            }
        } else {
            String text = node.isNull() ? "null" : node.asString();
            leaves.add(new Leaf(
                    inside, clean(here.path()), clean(here.indexed()), clean(here.selected()), text, node.isString()));
        }
    }

    private static String selector(JsonNode element) {
        for (String name : List.of("key", "attribute_code", "name")) {
            if (element.path(name).isString() && element.has("value")) {
                return "[?" + name + "='" + element.path(name).asString() + "']";
            }
        }
        return "[*]";
    }

    private static String clean(String path) {
        return path.startsWith("$.") ? path.substring(2) : path;
    }

    /** Where the walk is: from the document's root, and from the record's in three spellings. */
    private record Place(String absolute, String path, String indexed, String selected) {

        Place recordRoot() {
            return new Place(absolute, "$", "$", "$");
        }

        Place member(String name) {
            return new Place(absolute + "." + name, path + "." + name, indexed + "." + name, selected + "." + name);
        }

        Place element(int index, String selector) {
            return new Place(absolute + "[*]", path + "[*]", indexed + "[" + index + "]", selected + selector);
        }
    }
}
