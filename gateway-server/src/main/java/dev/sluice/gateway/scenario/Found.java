package dev.sluice.gateway.scenario;

import dev.sluice.policy.field.FieldTree;
import dev.sluice.policy.model.Path;
import dev.sluice.policy.model.Path.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A value of a document and where it stands. */
record Found(Spot spot, JsonNode value) {

    static Found root(Document document, FieldTree tree) {
        return new Found(Spot.root(document, tree), document.root());
    }

    /** All that a path leads to, in document order. */
    static List<Found> at(Path path, Document document, FieldTree tree) {
        List<Found> reached = List.of(root(document, tree));
        for (Step step : path.steps()) {
            List<Found> next = new ArrayList<>();
            reached.forEach(found -> found.step(step, next));
            reached = next;
        }
        return reached.stream().filter(found -> !found.value.isMissingNode()).toList();
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

    private void step(Step step, List<Found> into) {
        if (step instanceof Step.Member member) {
            JsonNode child = value.isObject() ? value.get(member.name()) : null;
            if (child != null) {
                into.add(member(member.name(), child));
            }
        } else if (step instanceof Step.Element element) {
            if (value.isArray() && element.index() < value.size()) {
                into.add(element(element.index()));
            }
        } else if (step instanceof Step.AnyMember && value.isObject()
                || step instanceof Step.AnyElement && value.isArray()) {
            into.addAll(children());
        } else if (step instanceof Step.Matching matching && value.isArray()) {
            children().stream()
                    .filter(child -> matches(child.value, matching.wanted()))
                    .forEach(into::add);
        }
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
