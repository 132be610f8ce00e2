package dev.sluice.policy.shape;

/** The table of what a bundle may hold. */
public final class BundleShapes {

    private static final ShapeTable TABLE = ShapeTable.read(BundleShapes.class, "bundle.txt");

    private BundleShapes() {}

    public static ShapeTable table() {
        return TABLE;
    }

    /** A map of a bundle by its name in the table. */
    public static Shape shape(String name) {
        return TABLE.shape(name);
    }

    /** A map of one key by its name in the table. */
    public static Choice choice(String name) {
        return TABLE.choice(name);
    }
}
