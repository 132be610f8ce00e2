package dev.sluice.gateway.json;

import dev.sluice.policy.field.ElementSelector;
import dev.sluice.policy.field.FieldDecisions;
import dev.sluice.policy.field.FieldNode;
import dev.sluice.policy.field.FieldPlan;
import dev.sluice.policy.field.FieldTree;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The same filter as {@link JsonFilter}, written as one would on a parsed tree: the oracle of the engine. */
final class TreeFilter {

    private final FieldTree tree;
    private final FieldPlan plan;
    private final FieldDecisions document;
    private final Function<JsonNode, FieldDecisions> decide;

    TreeFilter(FieldPlan plan, FieldDecisions document, Function<JsonNode, FieldDecisions> decide) {
        this.tree = plan.tree();
        this.plan = plan;
        this.document = document;
        this.decide = decide;
    }

    Optional<JsonNode> filter(JsonNode root) {
        return at(0, root, document);
    }

    private Optional<JsonNode> at(int index, JsonNode value, FieldDecisions around) {
        FieldNode node = tree.node(index);
        FieldDecisions decisions = around;
        if (node.startsRecord() != FieldTree.NONE) {
            decisions = decide.apply(value);
            if (!decisions.leaves()) {
                return Optional.empty();
            }
        }
        if (node.name() != FieldTree.NONE && decisions.form(plan.valueClass(node.name())) == null) {
            return Optional.empty();
        }
        if (value.isNull()) {
            return container(node, decisions) ? Optional.of(value) : Optional.empty();
        }
        if (value.isValueNode()) {
            boolean shared = node.scalar() && decisions.form(plan.valueClass(index)) != null;
            return shared ? Optional.of(value) : Optional.empty();
        }
        return value.isObject() ? object(node, value, decisions) : array(node, value, decisions);
    }

    private boolean container(FieldNode node, FieldDecisions decisions) {
        return node.leadsToRecord() || decisions.form(plan.containerClass(node.index())) != null;
    }

    private Optional<JsonNode> object(FieldNode node, JsonNode value, FieldDecisions decisions) {
        if ((node.members().isEmpty() && node.anyMember() == FieldTree.NONE) || !container(node, decisions)) {
            return Optional.empty();
        }
        ObjectNode kept = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, JsonNode> member : value.properties()) {
            int child = node.members().getOrDefault(member.getKey(), node.anyMember());
            if (child != FieldTree.NONE) {
                at(child, member.getValue(), decisions).ifPresent(left -> kept.set(member.getKey(), left));
            }
        }
        return Optional.of(kept);
    }

    private Optional<JsonNode> array(FieldNode node, JsonNode value, FieldDecisions decisions) {
        boolean known = node.anyElement() != FieldTree.NONE
                || !node.elements().isEmpty()
                || !node.selectors().isEmpty();
        if (!known || !container(node, decisions)) {
            return Optional.empty();
        }
        ArrayNode kept = JsonNodeFactory.instance.arrayNode();
        int at = 0;
        for (JsonNode element : value) {
            int child = element(node, element, at++);
            if (child != FieldTree.NONE) {
                at(child, element, decisions).ifPresent(kept::add);
            }
        }
        return Optional.of(kept);
    }

    private static int element(FieldNode node, JsonNode element, int at) {
        if (node.selectors().isEmpty()) {
            return node.elements().getOrDefault(at, node.anyElement());
        }
        List<ElementSelector> met =
                node.selectors().stream().filter(s -> meets(s, element)).toList();
        return met.size() == 1 ? met.get(0).child() : FieldTree.NONE;
    }

    private static boolean meets(ElementSelector selector, JsonNode element) {
        return element.isObject()
                && selector.wanted().entrySet().stream().allMatch(wanted -> {
                    JsonNode found = element.get(wanted.getKey());
                    return found != null
                            && found.isString()
                            && found.stringValue().equals(wanted.getValue());
                });
    }
}
