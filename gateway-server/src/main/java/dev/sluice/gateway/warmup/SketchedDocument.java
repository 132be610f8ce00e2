package dev.sluice.gateway.warmup;

import dev.sluice.policy.field.ElementSelector;
import dev.sluice.policy.field.FieldNode;
import dev.sluice.policy.field.FieldTree;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * A made-up document in the shape of a catalog: records with all that is catalogued in them, but now and then a member that
 * is missing or that no catalog knows. Facts get values that a shop would write where somebody agreed. Used once.
 */
final class SketchedDocument {

    private static final int DEEPEST = 16;
    /** In characters: what follows behind them is short. */
    private static final int LONGEST = 500_000;

    private static final List<String> VALUES = List.of(
            "\"text\"",
            "\"Zo\u00eb \u592a\u90ce\"",
            "12",
            "\"a longer text of more than thirty bytes\"",
            "null",
            "450789469123",
            "true",
            "\"\"",
            "\"1985-03-02\"",
            "-1.5e3",
            "\"a \\\"quoted\\\" word and a line\\n\"",
            "false",
            "\"S\u00e3o Jos\u00e9 dos Campos, \ud83d\ude00, and more than what is short of a text beyond ASCII\"",
            "\"Zo\\u00eb\"");

    private final FieldTree tree;
    private final int records;
    private final StringBuilder json = new StringBuilder();
    private final Random random;
    private int ids;

    private SketchedDocument(FieldTree tree, int records, int variant) {
        this.tree = tree;
        this.records = records;
        this.random = new Random(variant * 0x9E3779B97F4A7C15L);
    }

    /**
     * @param records how many stand in each list of outermost records
     * @param variant another one lacks other members and has other values
     */
    static byte[] of(FieldTree tree, int records, int variant) {
        SketchedDocument sketch = new SketchedDocument(tree, records, variant);
        sketch.value(tree.root(), 0);
        return sketch.json.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void value(FieldNode node, int depth) {
        boolean object = !node.members().isEmpty() || node.anyMember() != FieldTree.NONE;
        boolean list = node.anyElement() != FieldTree.NONE
                || !node.elements().isEmpty()
                || !node.selectors().isEmpty();
        if (depth == DEEPEST || json.length() > LONGEST || !object && !list) {
            json.append(scalar(node));
        } else if (object && (!list || random.nextBoolean())) {
            object(node, Map.of(), depth);
        } else {
            list(node, depth);
        }
    }

    /** @param given members whose text is settled */
    private void object(FieldNode node, Map<String, String> given, int depth) {
        json.append('{');
        new TreeMap<>(given).forEach((name, text) -> member(name).append(quoted(text)));
        new TreeMap<>(node.members()).forEach((name, child) -> {
            FieldNode at = tree.node(child);
            if (!given.containsKey(name) && (at.leadsToRecord() || !at.facts().isEmpty() || random.nextInt(9) != 0)) {
                member(name);
                value(at, depth + 1);
            }
        });
        if (node.anyMember() != FieldTree.NONE && node.anyMember() != node.index()) {
            member("some");
            value(tree.node(node.anyMember()), depth + 1);
        }
        if (random.nextInt(5) == 0) {
            member("in_no_catalog").append(scalar(node));
        }
        json.append('}');
    }

    private StringBuilder member(String name) {
        separate('{');
        return json.append(quoted(name)).append(':');
    }

    private void list(FieldNode node, int depth) {
        json.append('[');
        for (ElementSelector selector : node.selectors()) {
            separate('[');
            object(tree.node(selector.child()), selector.wanted(), depth + 1);
        }
        new TreeMap<>(node.elements()).forEach((index, child) -> element(child, depth));
        int any = node.anyElement();
        if (any != FieldTree.NONE && any != node.index()) {
            FieldNode each = tree.node(any);
            boolean outermost = each.startsRecord() != FieldTree.NONE && node.recordType() == FieldTree.NONE;
            int count = outermost ? records : 2;
            for (int k = 0; k < count && json.length() <= LONGEST; k++) {
                element(any, depth);
            }
        }
        json.append(']');
    }

    private void element(int child, int depth) {
        separate('[');
        value(tree.node(child), depth + 1);
    }

    private void separate(char opening) {
        if (json.charAt(json.length() - 1) != opening) {
            json.append(',');
        }
    }

    private String scalar(FieldNode node) {
        return node.facts().isEmpty() ? VALUES.get(random.nextInt(VALUES.size())) : fact(node.pattern());
    }

    private String fact(String pattern) {
        String name = pattern.substring(pattern.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        if (name.equals("id") || name.endsWith("_id")) {
            return String.valueOf(++ids);
        }
        if (name.contains("birth")) {
            return "\"1985-03-02\"";
        }
        if (name.endsWith("_at")) {
            return "\"2025-01-01T10:00:00Z\"";
        }
        if (name.contains("country")) {
            return "\"DE\"";
        }
        if (name.contains("level")) {
            return "\"confirmed_opt_in\"";
        }
        if (name.contains("stat")) {
            return random.nextInt(11) == 0 ? "\"subscri\\u0062ed\"" : "\"subscribed\"";
        }
        return "true";
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
