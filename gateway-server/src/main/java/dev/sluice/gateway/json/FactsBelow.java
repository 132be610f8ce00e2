package dev.sluice.gateway.json;

import dev.sluice.policy.field.FieldNode;
import dev.sluice.policy.field.FieldTree;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Works out, once for each plan, which facts some children of a node lead to. Records below have facts of their own. */
final class FactsBelow {

    private final FieldTree tree;
    private final int[][] facts;

    /** @param facts by node: the slots that a value there fills */
    FactsBelow(FieldTree tree, int[][] facts) {
        this.tree = tree;
        this.facts = facts;
    }

    /** The children that objects lead to. */
    static List<Integer> ofMembers(FieldNode node) {
        List<Integer> children = new ArrayList<>(node.members().values());
        children.add(node.anyMember());
        return children;
    }

    /** The children that arrays lead to. */
    static List<Integer> ofElements(FieldNode node) {
        List<Integer> children = new ArrayList<>(node.elements().values());
        node.selectors().forEach(selector -> children.add(selector.child()));
        children.add(node.anyElement());
        return children;
    }

    /** By node: the facts at and below the children that {@code which} picks. */
    int[][] lost(Function<FieldNode, List<Integer>> which) {
        return IntStream.range(0, tree.size())
                .mapToObj(node -> which.apply(tree.node(node)).stream()
                        .flatMapToInt(child -> at(child, node))
                        .toArray())
                .toArray(int[][]::new);
    }

    private IntStream at(int node, int parent) {
        if (node == FieldTree.NONE || node == parent || tree.node(node).startsRecord() != FieldTree.NONE) {
            return IntStream.empty();
        }
        IntStream below = tree.node(node).children().stream().flatMapToInt(child -> at(child, node));
        return IntStream.concat(IntStream.of(facts[node]), below);
    }
}
