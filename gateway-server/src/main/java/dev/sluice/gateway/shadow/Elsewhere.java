package dev.sluice.gateway.shadow;

import dev.sluice.policy.field.FieldNode;
import dev.sluice.policy.field.FieldTree;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;

/** The places at which a record of one type does not stand: those below the nodes where others of its type begin. */
final class Elsewhere {

    private Elsewhere() {}

    /** @param start where the record begins, or {@link FieldTree#NONE} if that is not known: then it may stand anywhere */
    static BitSet of(FieldTree tree, int start) {
        BitSet elsewhere = new BitSet();
        if (start == FieldTree.NONE) {
            return elsewhere;
        }
        int type = tree.node(start).startsRecord();
        for (FieldNode node : tree.nodes()) {
            if (node.startsRecord() == type && node.index() != start) {
                reach(tree, node, elsewhere);
            }
        }
        BitSet here = new BitSet();
        reach(tree, tree.node(start), here);
        elsewhere.andNot(here);
        return elsewhere;
    }

    private static void reach(FieldTree tree, FieldNode from, BitSet reached) {
        Deque<FieldNode> open = new ArrayDeque<>(List.of(from));
        while (!open.isEmpty()) {
            FieldNode node = open.pop();
            if (reached.get(node.index()) || node.recordType() != from.recordType()) {
                continue;
            }
            reached.set(node.index());
            node.children().forEach(child -> open.push(tree.node(child)));
            if (node.name() != FieldTree.NONE) {
                open.push(tree.node(node.name()));
            }
        }
    }
}
