package dev.sluice.policy.field;

/**
 * One catalog as one partner may see it for one purpose. Nodes that share one fate in every outcome form a class; class 0
 * never leaves. A container has the class of all that is catalogued at or below it, so its presence depends on the
 * decision alone; where all of it is one class the container has that very class. What stands below a name that is data
 * leaves only if the name may: its class says so already. Immutable and shared between threads.
 */
public final class FieldPlan {

    /** The class of all that never leaves, whatever the outcome. */
    public static final int NEVER = 0;

    private final FieldTree tree;
    private final int[] valueClass;
    private final int[] containerClass;
    private final boolean[] changing;

    /**
     * @param valueClass by node: the class of a scalar there
     * @param containerClass by node: the class of an object, array or {@code null} there that holds nothing by itself
     * @param changing by class: whether some outcome lets it leave in another form than as it is
     */
    public FieldPlan(FieldTree tree, int[] valueClass, int[] containerClass, boolean[] changing) {
        this.tree = tree;
        this.valueClass = valueClass.clone();
        this.containerClass = containerClass.clone();
        this.changing = changing.clone();
    }

    public FieldTree tree() {
        return tree;
    }

    /** The number of classes, {@link #NEVER} included. */
    public int classes() {
        return changing.length;
    }

    /** The class of a scalar at {@code node}. */
    public int valueClass(int node) {
        return valueClass[node];
    }

    /**
     * The class of a container or of a {@code null} at {@code node}. A container that leads to a record is emitted
     * whatever its class says, as long as what encloses it is.
     */
    public int containerClass(int node) {
        return containerClass[node];
    }

    /** Whether values of this class may be changed on their way out; if not they are copied, runs of them at once. */
    public boolean changing(int fieldClass) {
        return changing[fieldClass];
    }
}
