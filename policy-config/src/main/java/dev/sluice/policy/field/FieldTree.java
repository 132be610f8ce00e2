package dev.sluice.policy.field;

import java.util.List;

/**
 * One catalog compiled: a tree of places over a JSON shape, with the root at index 0. Immutable and shared between threads.
 *
 * @param catalog the catalog's id
 * @param nodes all places; a child's index may be its own (subtrees) but the rest is a tree
 * @param factSlots how many fact slots each record type has; the slots of the document outside records come last
 */
public record FieldTree(String catalog, List<FieldNode> nodes, List<Integer> factSlots) {

    /** No node, no record type. */
    public static final int NONE = -1;

    public FieldTree {
        nodes = List.copyOf(nodes);
        factSlots = List.copyOf(factSlots);
    }

    public FieldNode root() {
        return nodes.get(0);
    }

    public FieldNode node(int index) {
        return nodes.get(index);
    }

    public int size() {
        return nodes.size();
    }

    /** How many kinds of record the catalog knows. */
    public int recordTypes() {
        return factSlots.size() - 1;
    }

    /** The number of fact slots of a record type, or of the document for {@link #NONE}. */
    public int slots(int recordType) {
        return factSlots.get(recordType == NONE ? factSlots.size() - 1 : recordType);
    }
}
