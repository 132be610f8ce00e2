package dev.sluice.gateway.draft;

import java.util.ArrayList;
import java.util.List;

/** All scalars below one place, in the order of their paths, and the names on the way that are data. */
final class Leaves {

    private final List<Leaf> scalars = new ArrayList<>();
    private final List<Leaf> dataNames = new ArrayList<>();
    private final List<Shape> leaveOut;

    private Leaves(List<Shape> leaveOut) {
        this.leaveOut = leaveOut;
    }

    /** @param leaveOut shapes that are records of their own */
    static Leaves below(Shape shape, List<Shape> leaveOut) {
        Leaves leaves = new Leaves(leaveOut);
        leaves.collect(shape, "", "", "", 0, false);
        return leaves;
    }

    List<Leaf> scalars() {
        return scalars;
    }

    /** The paths, ending in {@code .*}, whose last step is any name. */
    List<Leaf> dataNames() {
        return dataNames;
    }

    private void collect(Shape shape, String path, String parent, String name, int depth, boolean repeated) {
        if (!path.isEmpty() && leaveOut.contains(shape)) {
            return;
        }
        if (shape.isScalar() && !path.isEmpty()) {
            scalars.add(new Leaf(path, parent, name, depth, repeated, shape));
        }
        shape.members()
                .forEach((member, below) -> collect(below, step(path, member), name, member, depth + 1, repeated));
        Shape any = shape.anyMember();
        if (any != null) {
            String behind = path.isEmpty() ? "*" : path + ".*";
            dataNames.add(new Leaf(behind, parent, name, depth, true, shape));
            collect(any, behind, name, "", depth + 1, true);
        }
        Shape element = shape.element();
        if (element != null) {
            collect(element, path + "[*]", parent, name, depth, true);
        }
    }

    private static String step(String path, String member) {
        boolean plain = member.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '_' || c == '-');
        String step = plain ? member : "['" + member + "']";
        return path.isEmpty() || !plain ? path + step : path + "." + step;
    }
}
