package dev.sluice.gateway.json;

import dev.sluice.policy.field.FieldNode;
import dev.sluice.policy.field.FieldTree;
import dev.sluice.policy.field.RecordFacts.Kind;

/**
 * Notes what stands at the catalog's fact slots, and what is unusable there because something on the way has the wrong
 * kind.
 */
final class FactReader {

    private final WaitingRecords waiting;
    private final DocumentFacts document;
    private final int[][] facts;
    private final int[][] nameFacts;
    /** By node: the facts that an object there does not lead to, an array does not, and nothing else does. */
    private final int[][] lostToObject;

    private final int[][] lostToArray;
    private final int[][] lostToScalar;

    FactReader(FieldTree tree, WaitingRecords waiting, DocumentFacts document) {
        this.waiting = waiting;
        this.document = document;
        this.facts = slots(tree, false);
        this.nameFacts = slots(tree, true);
        FactsBelow below = new FactsBelow(tree, facts);
        this.lostToObject = below.lost(FactsBelow::ofElements);
        this.lostToArray = below.lost(FactsBelow::ofMembers);
        this.lostToScalar = below.lost(FieldNode::children);
    }

    private static int[][] slots(FieldTree tree, boolean ofNames) {
        return tree.nodes().stream()
                .map(node -> ofNames ? node.nameFacts() : node.facts())
                .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
    }

    /** @param wellFormed whether a string's text is well-formed Unicode */
    void scalar(int node, int record, byte[] b, int from, int to, boolean escaped, boolean wellFormed) {
        int[] slots = facts[node];
        if (slots.length == 0) {
            return;
        }
        Kind kind = wellFormed ? kind(b[from]) : Kind.UNUSABLE;
        boolean string = b[from] == '"';
        note(slots, record, kind, !escaped, b, string ? from + 1 : from, string ? to - 1 : to);
    }

    void container(int node, int record, byte[] b, int at) {
        note(facts[node], record, b[at] == '[' ? Kind.ARRAY : Kind.OBJECT, true, b, at, at);
    }

    /** @param from the name's opening quote */
    void name(int node, int record, byte[] b, int from, int to, boolean escaped) {
        note(nameFacts[node], record, Kind.STRING, !escaped, b, from + 1, to - 1);
    }

    /**
     * A scalar stands where facts are looked for below; {@code null} means that they are missing, anything else is
     * unusable.
     */
    void scalarAbove(int node, int record, byte[] b, int at) {
        if (b[at] != 'n') {
            unusableBelow(node, record, b);
        }
    }

    /** A container stands where facts are looked for below: those that the other kind would lead to are unusable. */
    void containerAbove(int node, int record, byte[] b, boolean array) {
        note(array ? lostToArray[node] : lostToObject[node], record, Kind.UNUSABLE, true, b, 0, 0);
    }

    void unusableBelow(int node, int record, byte[] b) {
        note(lostToScalar[node], record, Kind.UNUSABLE, true, b, 0, 0);
    }

    /** The value at {@code node} stands twice: what it says is unusable, and so is all below it. */
    void duplicate(int node, int record, byte[] b) {
        note(facts[node], record, Kind.UNUSABLE, true, b, 0, 0);
        unusableBelow(node, record, b);
    }

    /** Most places that have facts have one, for which a loop costs more than what it does. */
    private void note(int[] slots, int record, Kind kind, boolean verbatim, byte[] b, int from, int to) {
        if (slots.length == 1) {
            note(slots[0], record, kind, verbatim, b, from, to);
            return;
        }
        for (int slot : slots) {
            note(slot, record, kind, verbatim, b, from, to);
        }
    }

    private void note(int slot, int record, Kind kind, boolean verbatim, byte[] b, int from, int to) {
        if (record == FieldTree.NONE) {
            document.note(slot, kind, verbatim, b, from, to);
        } else {
            waiting.note(record, slot, kind, verbatim, from, to);
        }
    }

    private static Kind kind(byte first) {
        return switch (first) {
            case '"' -> Kind.STRING;
            case 't' -> Kind.TRUE;
            case 'f' -> Kind.FALSE;
            case 'n' -> Kind.NULL;
            default -> Kind.NUMBER;
        };
    }
}
