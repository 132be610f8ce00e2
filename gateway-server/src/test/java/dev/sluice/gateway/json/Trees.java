package dev.sluice.gateway.json;

import dev.sluice.policy.field.ElementSelector;
import dev.sluice.policy.field.FieldNode;
import dev.sluice.policy.field.FieldTree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Trees of fields for tests, grown from places in the spelling of catalogs: {@code customers[*].email}, {@code meta[?key='gift'].value},
 * {@code result.*.name}. Patterns must not overlap.
 */
final class Trees {

    private final List<Node> nodes = new ArrayList<>();
    private final Map<String, Integer> records = new LinkedHashMap<>();
    private int slots;

    private static final class Node {
        private final String pattern;
        private final int index;
        private final Map<String, Integer> children = new LinkedHashMap<>();
        private boolean scalar;
        private boolean named;
        private int nameNode = FieldTree.NONE;
        private int record = FieldTree.NONE;
        private final List<Integer> facts = new ArrayList<>();
        private final List<Integer> nameFacts = new ArrayList<>();

        private Node(String pattern, int index) {
            this.pattern = pattern;
            this.index = index;
        }
    }

    Trees() {
        nodes.add(new Node("$", 0));
    }

    static Trees tree() {
        return new Trees();
    }

    Trees record(String place) {
        node(place).record = records.computeIfAbsent(place, key -> records.size());
        return this;
    }

    Trees field(String... places) {
        for (String place : places) {
            node(place).scalar = true;
        }
        return this;
    }

    /** A member at this place has a name that is data. */
    Trees name(String place) {
        Node node = node(place);
        node.named = true;
        Node name = new Node(node.pattern + "~", nodes.size());
        nodes.add(name);
        name.scalar = true;
        node.nameNode = name.index;
        return this;
    }

    /** Fills fact slot number {@link #slots}; the first is 0. */
    Trees fact(String place) {
        node(place).facts.add(slots++);
        return this;
    }

    /** Fills a slot that another place fills too. */
    Trees fact(String place, int slot) {
        node(place).facts.add(slot);
        return this;
    }

    Trees nameFact(String place) {
        node(place).nameFacts.add(slots++);
        return this;
    }

    int index(String place) {
        return node(place).index;
    }

    int nameIndex(String place) {
        return node(place).nameNode;
    }

    private Node node(String place) {
        Node at = nodes.get(0);
        for (String step : steps(place)) {
            Integer child = at.children.get(step);
            if (child == null) {
                Node grown = new Node(at.pattern + (step.startsWith("[") ? step : "." + step), nodes.size());
                nodes.add(grown);
                at.children.put(step, grown.index);
                at = grown;
            } else {
                at = nodes.get(child);
            }
        }
        return at;
    }

    private static List<String> steps(String place) {
        List<String> steps = new ArrayList<>();
        int i = 0;
        while (i < place.length()) {
            int end = i + 1;
            if (place.charAt(i) == '[') {
                end = place.indexOf(']', i) + 1;
            } else {
                i += place.charAt(i) == '.' ? 1 : 0;
                end = i;
                while (end < place.length() && place.charAt(end) != '.' && place.charAt(end) != '[') {
                    end++;
                }
            }
            if (end > i) {
                steps.add(place.substring(i, end));
            }
            i = end;
        }
        return steps;
    }

    FieldTree build() {
        List<FieldNode> built = new ArrayList<>();
        int[] types = new int[nodes.size()];
        boolean[] leads = new boolean[nodes.size()];
        types(0, FieldTree.NONE, types);
        leads(0, leads);
        for (Node node : nodes) {
            built.add(built(node, types[node.index], leads[node.index]));
        }
        List<Integer> counts = new ArrayList<>();
        for (int k = 0; k <= records.size(); k++) {
            counts.add(slots);
        }
        return new FieldTree("test", built, counts);
    }

    private void types(int index, int around, int[] types) {
        Node node = nodes.get(index);
        types[index] = node.record == FieldTree.NONE ? around : node.record;
        if (node.nameNode != FieldTree.NONE) {
            types[node.nameNode] = types[index];
        }
        node.children.values().forEach(child -> types(child, types[index], types));
    }

    private boolean leads(int index, boolean[] leads) {
        boolean below = false;
        for (int child : nodes.get(index).children.values()) {
            below |= leads(child, leads);
        }
        leads[index] = below;
        return below || nodes.get(index).record != FieldTree.NONE;
    }

    private FieldNode built(Node node, int type, boolean leadsToRecord) {
        Map<String, Integer> members = new LinkedHashMap<>();
        Map<Integer, Integer> elements = new LinkedHashMap<>();
        List<ElementSelector> selectors = new ArrayList<>();
        int anyMember = FieldTree.NONE;
        int anyElement = FieldTree.NONE;
        for (Map.Entry<String, Integer> child : node.children.entrySet()) {
            String step = child.getKey();
            if (step.equals("*")) {
                anyMember = child.getValue();
            } else if (step.equals("[*]")) {
                anyElement = child.getValue();
            } else if (step.startsWith("[?")) {
                selectors.add(new ElementSelector(wanted(step), child.getValue()));
            } else if (step.startsWith("[")) {
                elements.put(Integer.parseInt(step.substring(1, step.length() - 1)), child.getValue());
            } else {
                members.put(step, child.getValue());
            }
        }
        return new FieldNode(
                node.index,
                node.pattern,
                type,
                node.record,
                leadsToRecord,
                node.scalar,
                node.nameNode,
                node.facts,
                node.nameFacts,
                members,
                anyMember,
                elements,
                anyElement,
                selectors);
    }

    private static Map<String, String> wanted(String step) {
        Map<String, String> wanted = new LinkedHashMap<>();
        for (String test : step.substring(2, step.length() - 1).split("&&", -1)) {
            int equals = test.indexOf('=');
            wanted.put(test.substring(0, equals).strip(), test.substring(equals + 2, test.lastIndexOf('\'')));
        }
        return wanted;
    }
}
