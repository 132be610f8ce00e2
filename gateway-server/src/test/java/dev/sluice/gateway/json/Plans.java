package dev.sluice.gateway.json;

import dev.sluice.policy.field.FieldDecision;
import dev.sluice.policy.field.FieldDecisions;
import dev.sluice.policy.field.FieldNode;
import dev.sluice.policy.field.FieldPlan;
import dev.sluice.policy.field.FieldTree;
import dev.sluice.policy.field.Form;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Plans and decisions for tests: every node is given a class, and a decision says in which form each class leaves. Containers have
 * the class of all below, as a compiled policy would give them.
 */
final class Plans {

    private final FieldTree tree;
    private final int[] valueClass;
    private final int[] containerClass;
    private final Map<Set<Integer>, Integer> unions = new HashMap<>();
    private final int leaves;
    private int classes;

    /** @param classOf by node; 0 for what is never shared */
    Plans(FieldTree tree, int[] classOf) {
        this.tree = tree;
        this.valueClass = classOf.clone();
        this.containerClass = new int[tree.size()];
        this.leaves = Arrays.stream(classOf).max().orElse(0) + 1;
        this.classes = leaves;
        for (FieldNode node : tree.nodes()) {
            containerClass[node.index()] = union(below(node.index()));
        }
    }

    /** A plan in which each catalogued place is a class of its own: the node's index and one. */
    static Plans oneClassEach(FieldTree tree) {
        int[] classOf = new int[tree.size()];
        for (FieldNode node : tree.nodes()) {
            classOf[node.index()] = node.scalar() ? node.index() + 1 : 0;
        }
        return new Plans(tree, classOf);
    }

    private Set<Integer> below(int index) {
        Set<Integer> set = new TreeSet<>();
        FieldNode node = tree.node(index);
        if (node.scalar() && valueClass[index] != 0) {
            set.add(valueClass[index]);
        }
        for (int child : node.children()) {
            boolean other = tree.node(child).startsRecord() != FieldTree.NONE;
            if (child != index && !other) {
                set.addAll(below(child));
            }
        }
        return set;
    }

    private int union(Set<Integer> set) {
        if (set.isEmpty()) {
            return FieldPlan.NEVER;
        }
        return set.size() == 1 ? set.iterator().next() : unions.computeIfAbsent(set, key -> classes++);
    }

    FieldPlan plan(boolean changing) {
        boolean[] change = new boolean[classes];
        Arrays.fill(change, 1, leaves, changing);
        return new FieldPlan(tree, valueClass, containerClass, change);
    }

    /** A decision that lets classes leave in the forms given; all others stay. */
    FieldDecisions deciding(boolean leavesAtAll, Map<Integer, Form> forms) {
        List<FieldDecision> byClass = new ArrayList<>();
        for (int k = 0; k < classes; k++) {
            Form form = form(k, forms);
            byClass.add(form == null ? new FieldDecision.Withhold(0) : new FieldDecision.Share(form, 0));
        }
        return new FieldDecisions(leavesAtAll, 0, byClass);
    }

    private Form form(int fieldClass, Map<Integer, Form> forms) {
        for (Map.Entry<Set<Integer>, Integer> union : unions.entrySet()) {
            if (union.getValue() == fieldClass) {
                return union.getKey().stream().anyMatch(forms::containsKey) ? Form.AS_IS : null;
            }
        }
        return forms.get(fieldClass);
    }

    FieldDecisions sharingAll() {
        Map<Integer, Form> forms = new HashMap<>();
        for (int k = 1; k < leaves; k++) {
            forms.put(k, Form.AS_IS);
        }
        return deciding(true, forms);
    }

    FieldDecisions sharingNothing() {
        return deciding(false, Map.of());
    }

    FieldDecisions sharing(int... nodes) {
        Map<Integer, Form> forms = new HashMap<>();
        for (int node : nodes) {
            forms.put(valueClass[node], Form.AS_IS);
        }
        return deciding(true, forms);
    }
}
