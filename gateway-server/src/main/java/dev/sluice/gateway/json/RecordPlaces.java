package dev.sluice.gateway.json;

import dev.sluice.policy.field.FieldNode;
import dev.sluice.policy.field.FieldTree;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where the records of a catalog begin: at places of which a document has many, such as the elements of a list, and
 * at single ones. Where a record stands alone, an answer without it must look like the answer for a customer that
 * does not exist.
 *
 * @param single nodes at which a document has one record at most
 * @param many whether there are places of which a document has many
 */
record RecordPlaces(List<Integer> single, boolean many) {

    RecordPlaces {
        single = List.copyOf(single);
    }

    static RecordPlaces of(FieldTree tree) {
        List<Integer> single = new ArrayList<>();
        boolean many = gather(tree, tree.root(), false, single);
        return new RecordPlaces(single, many);
    }

    boolean none() {
        return single.isEmpty() && !many;
    }

    /** Whether a document can hold no records but such as stand alone. */
    boolean singleOnly() {
        return !single.isEmpty() && !many;
    }

    /** Returns whether a record begins below something repeated. */
    private static boolean gather(FieldTree tree, FieldNode node, boolean repeated, List<Integer> single) {
        if (node.startsRecord() != FieldTree.NONE) {
            if (!repeated) {
                single.add(node.index());
            }
            return repeated;
        }
        if (!node.leadsToRecord()) {
            return false;
        }
        boolean many = false;
        for (int child : repeatedChildren(node)) {
            many |= child != FieldTree.NONE && gather(tree, tree.node(child), true, single);
        }
        for (int child : Stream.concat(node.members().values().stream(), node.elements().values().stream())
                .toList()) {
            many |= gather(tree, tree.node(child), repeated, single);
        }
        return many;
    }

    private static List<Integer> repeatedChildren(FieldNode node) {
        return Stream.concat(
                        Stream.of(node.anyElement(), node.anyMember()),
                        node.selectors().stream().map(selector -> selector.child()))
                .toList();
    }
}
