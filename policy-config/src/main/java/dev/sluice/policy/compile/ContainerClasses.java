package dev.sluice.policy.compile;

import dev.sluice.policy.field.FieldNode;
import dev.sluice.policy.field.FieldPlan;
import dev.sluice.policy.field.FieldTree;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;

/** The class of each container: of all that is catalogued at or below it in the same record. */
final class ContainerClasses {

    private final CompiledCatalog catalog;
    private final int[] valueClass;
    private final ClassTable classes;
    private final int[] containerClass;

    ContainerClasses(CompiledCatalog catalog, int[] valueClass, ClassTable classes) {
        this.catalog = catalog;
        this.valueClass = valueClass;
        this.classes = classes;
        this.containerClass = new int[valueClass.length];
    }

    int[] compile() {
        below(0);
        return containerClass;
    }

    private Set<Integer> below(int index) {
        FieldNode node = catalog.tree().node(index);
        Set<Integer> found = new TreeSet<>();
        if (valueClass[index] != FieldPlan.NEVER) {
            found.add(valueClass[index]);
        }
        Set<Integer> children = new HashSet<>(node.children());
        children.remove(index);
        for (int child : children) {
            Set<Integer> ofChild = below(child);
            if (catalog.tree().node(child).startsRecord() == FieldTree.NONE) {
                found.addAll(ofChild);
            }
        }
        if (node.name() != FieldTree.NONE) {
            containerClass[node.name()] = valueClass[node.name()];
        }
        containerClass[index] = classes.containerOf(found, children.isEmpty());
        return found;
    }
}
