package dev.sluice.gateway.enforce;

import dev.sluice.policy.field.FieldNode;
import dev.sluice.policy.field.FieldTree;

/**
 * Whether a catalog's documents hold many records, one, or none. Where there is at most one, an answer without it
 * must look like the answer for a customer that does not exist.
 */
enum RecordPlaces {
    NONE,
    ONE,
    MANY;

    static RecordPlaces of(FieldTree tree) {
        if (tree.recordTypes() <= 0) {
            return NONE;
        }
        return repeated(tree, tree.root()) ? MANY : ONE;
    }

    /** Whether a record begins below something of which there may be many, outside any record. */
    private static boolean repeated(FieldTree tree, FieldNode node) {
        if (node.startsRecord() != FieldTree.NONE || !node.leadsToRecord()) {
            return false;
        }
        boolean many = leads(tree, node.anyElement())
                || leads(tree, node.anyMember())
                || node.selectors().stream().anyMatch(selector -> leads(tree, selector.child()));
        return many
                || node.members().values().stream().anyMatch(child -> repeated(tree, tree.node(child)))
                || node.elements().values().stream().anyMatch(child -> repeated(tree, tree.node(child)));
    }

    private static boolean leads(FieldTree tree, int child) {
        return child != FieldTree.NONE
                && (tree.node(child).leadsToRecord() || tree.node(child).startsRecord() != FieldTree.NONE);
    }
}
