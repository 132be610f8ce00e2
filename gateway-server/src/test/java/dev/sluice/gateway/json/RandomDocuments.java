package dev.sluice.gateway.json;

import dev.sluice.policy.field.FieldDecisions;
import dev.sluice.policy.field.FieldNode;
import dev.sluice.policy.field.FieldTree;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Random catalogs, decisions and documents that nearly fit them. The same seed gives the same. */
final class RandomDocuments {

    /** The slot that {@code pick} fills in every record. */
    static final int PICK_SLOT = 0;

    private static final String[] NAMES = {
        "id", "email", "na\u00efve", "list", "meta", "a", "a_rather_long_member_name_of_more_than_thirty_bytes"
    };
    private static final String[] SPACES = {"", "", "", " ", "\n", "\t\r\n  ", "          "};
    private static final String[] SCALARS = {
        "null",
        "true",
        "false",
        "0",
        "-1.5e+10",
        "12345678901234567890",
        "\"\"",
        "\"text\"",
        "\"a \\\" b \\\\ c\"",
        "\"gr\u00fc\u00dfe \u65e5\u672c \ud83d\ude00\"",
        "\"\\ud83d\\ude00\\u0000\"",
        "\"x\\/y\\n\"",
        "\"a longer text of more than eight bytes\""
    };

    private final Random random;

    RandomDocuments(Random random) {
        this.random = random;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    boolean oneIn(int count) {
        return random.nextInt(count) == 0;
    }

    private <T> T any(T[] of) {
        return of[random.nextInt(of.length)];
    }

    /** Some of the places that a catalog may have; records in a list, sometimes with a record nested in them. */
    Trees trees() {
        return trees(false);
    }

    /** @param whole whether all that {@link #cataloguedDocument} writes is a field */
    Trees trees(boolean whole) {
        Trees trees = Trees.tree();
        String record = oneIn(4) ? "one" : oneIn(5) ? "by.*" : "list[*]";
        trees.fact(record + ".pick").record(record);
        if (record.equals("by.*")) {
            trees.name(record);
        }
        for (String place : List.of(
                "id", "email", "a.id", "a.email", "meta[?key='x'].value", "meta[?key='y' && lang='de'].value")) {
            add(trees, record + "." + place);
        }
        add(trees, record + (oneIn(2) ? ".list[*]" : ".list[*].id"));
        if (whole) {
            trees.field(record + ".pick", record + ".na\u00efve[*]");
            trees.field(
                    record + ".meta[?key='x'].key", record + ".meta[?key='x'].lang", record + ".meta[?key='x'].value");
        } else {
            add(trees, record + (oneIn(2) ? ".na\u00efve[0]" : ".na\u00efve[1].email"));
        }
        if (oneIn(2)) {
            trees.name(record + ".bag.*").field(record + ".bag.*");
        }
        if (oneIn(2)) {
            trees.record(record + ".nested[*]")
                    .field(record + ".nested[*].id", record + ".nested[*].pick")
                    .fact(record + ".nested[*].pick", PICK_SLOT);
        }
        add(trees, "next.id");
        add(trees, "count");
        return trees;
    }

    private void add(Trees trees, String place) {
        if (!oneIn(4)) {
            trees.field(place);
        }
    }

    /** Nodes in few classes, so that runs are long. */
    Plans plans(FieldTree tree) {
        int[] classOf = new int[tree.size()];
        for (FieldNode node : tree.nodes()) {
            classOf[node.index()] = node.scalar() ? random.nextInt(4) : 0;
        }
        return new Plans(tree, classOf);
    }

    List<FieldDecisions> outcomes(Plans plans) {
        List<FieldDecisions> outcomes = new ArrayList<>();
        for (int k = 0; k < 3; k++) {
            outcomes.add(plans.deciding(!oneIn(3), chosen()));
        }
        outcomes.add(plans.sharingAll());
        return outcomes;
    }

    private Map<Integer, dev.sluice.policy.field.Form> chosen() {
        Map<Integer, dev.sluice.policy.field.Form> forms = new java.util.HashMap<>();
        for (int k = 1; k < 4; k++) {
            if (random.nextBoolean()) {
                forms.put(k, dev.sluice.policy.field.Form.AS_IS);
            }
        }
        return forms;
    }

    /** A document that follows the catalog most of the time. */
    String document(FieldTree tree) {
        StringBuilder out = new StringBuilder(space());
        value(tree, tree.root(), out, 0, 0.15);
        return out.append(space()).toString();
    }

    /** A document in which nothing stands that the catalog doesn't know. */
    String cataloguedDocument(FieldTree tree) {
        StringBuilder out = new StringBuilder(space());
        value(tree, tree.root(), out, 0, 0);
        return out.append(space()).toString();
    }

    private String space() {
        return any(SPACES);
    }

    private void value(FieldTree tree, FieldNode node, StringBuilder out, int depth, double stray) {
        boolean object = !node.members().isEmpty() || node.anyMember() != FieldTree.NONE;
        boolean array = node.anyElement() != FieldTree.NONE
                || !node.elements().isEmpty()
                || !node.selectors().isEmpty();
        if (random.nextDouble() < stray) {
            anything(out, depth);
        } else if (object) {
            object(tree, node, out, depth, stray);
        } else if (array) {
            array(tree, node, out, depth, stray);
        } else {
            out.append(node.scalar() || stray > 0 ? any(SCALARS) : "null");
        }
    }

    private void object(FieldTree tree, FieldNode node, StringBuilder out, int depth, double stray) {
        List<String> names =
                new ArrayList<>(node.members().keySet().stream().sorted().toList());
        for (int k = 0; node.anyMember() != FieldTree.NONE && k < 3; k++) {
            names.add("data" + k + "@example.com");
        }
        if (stray > 0 && oneIn(3)) {
            names.add(any(NAMES) + "?");
        }
        java.util.Collections.shuffle(names, random);
        out.append('{').append(space());
        boolean first = true;
        for (String name : names) {
            if (oneIn(4)) {
                continue;
            }
            out.append(first ? "" : space() + "," + space())
                    .append(spelled(name))
                    .append(space())
                    .append(':')
                    .append(space());
            first = false;
            Integer child = node.members().getOrDefault(name, node.anyMember());
            if (name.equals("pick")) {
                out.append(random.nextInt(4));
            } else if (child == FieldTree.NONE) {
                anything(out, depth + 1);
            } else {
                value(tree, tree.node(child), out, depth + 1, stray);
            }
        }
        out.append(space()).append('}');
    }

    private String spelled(String name) {
        if (!oneIn(6)) {
            return '"' + name + '"';
        }
        int at = random.nextInt(name.length());
        return '"'
                + name.substring(0, at)
                + String.format("\\u%04x", (int) name.charAt(at))
                + name.substring(at + 1)
                + '"';
    }

    private void array(FieldTree tree, FieldNode node, StringBuilder out, int depth, double stray) {
        out.append('[').append(space());
        int count = random.nextInt(5);
        for (int k = 0; k < count; k++) {
            out.append(k == 0 ? "" : space() + "," + space());
            if (!node.selectors().isEmpty()) {
                selected(out, stray);
            } else {
                int child = node.elements().getOrDefault(k, node.anyElement());
                if (child == FieldTree.NONE) {
                    out.append(stray > 0 ? "7" : "null");
                } else {
                    value(tree, tree.node(child), out, depth + 1, stray);
                }
            }
        }
        out.append(space()).append(']');
    }

    private void selected(StringBuilder out, double stray) {
        String key = "\"key\":" + (stray == 0 || oneIn(2) ? "\"x\"" : "\"\\u0079\"");
        String[] members = {key, "\"value\":" + any(SCALARS), "\"lang\" : " + (oneIn(2) ? "\"de\"" : "5")};
        java.util.Collections.shuffle(Arrays.asList(members), random);
        out.append('{').append(String.join(space() + "," + space(), members)).append('}');
    }

    private void anything(StringBuilder out, int depth) {
        int kind = depth > 5 ? 0 : random.nextInt(4);
        if (kind == 1) {
            out.append("{\"id\":").append(any(SCALARS)).append(",\"x\":");
            anything(out, depth + 1);
            out.append('}');
        } else if (kind == 2) {
            out.append('[').append(any(SCALARS)).append(',');
            anything(out, depth + 1);
            out.append(']');
        } else {
            out.append(any(SCALARS));
        }
    }

    /** The body with a few bytes changed, dropped or doubled. */
    byte[] mutated(byte[] body) {
        byte[] bytes = body.clone();
        int changes = 1 + random.nextInt(3);
        for (int k = 0; k < changes && bytes.length > 1; k++) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(4)) {
                case 0 -> bytes[at] = (byte) random.nextInt(256);
                case 1 -> bytes[at] = (byte) "{}[],:\"\\0e-n ".charAt(random.nextInt(13));
                case 2 -> bytes = Arrays.copyOf(bytes, at + 1);
                default -> {
                    byte[] shorter = Arrays.copyOf(bytes, bytes.length - 1);
                    System.arraycopy(bytes, at + 1, shorter, at, bytes.length - at - 1);
                    bytes = shorter;
                }
            }
        }
        return bytes;
    }
}
