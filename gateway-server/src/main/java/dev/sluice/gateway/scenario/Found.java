package dev.sluice.gateway.scenario;

import dev.sluice.policy.field.FieldTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A value of a document and where it stands. */
record Found(Spot spot, JsonNode value) {

    static Found root(Document document, FieldTree tree) {
        return new Found(Spot.root(document, tree), document.root());
    }

    /** All members and elements directly below. */
    List<Found> children() {
        List<Found> children = new ArrayList<>();
        if (value.isObject()) {
            value.properties().forEach(member -> children.add(member(member.getKey(), member.getValue())));
        } else if (value.isArray()) {
            for (int k = 0; k < value.size(); k++) {
                children.add(element(k));
            }
        }
        return children;
    }

    Found member(String name, JsonNode at) {
        return new Found(spot.member(name), at);
    }

    Found element(int index) {
        JsonNode at = value.get(index);
        return new Found(spot.element(index, at), at);
    }

    static boolean matches(JsonNode value, Map<String, String> wanted) {
        return wanted.entrySet().stream()
                .allMatch(entry ->
                        entry.getValue().equals(value.path(entry.getKey()).asString(null)));
    }

    @Override
    public String toString() {
        return "Found[" + spot.pattern() + "]";
    }
}
