package dev.sluice.gateway.config;

import dev.sluice.policy.shape.Shape;
import dev.sluice.policy.shape.ShapeTable;

/** The table of what the gateway's own file may hold. */
public final class GatewayShapes {

    private static final ShapeTable TABLE = ShapeTable.read(GatewayShapes.class, "gateway.txt");

    private GatewayShapes() {}

    public static ShapeTable table() {
        return TABLE;
    }

    static Shape shape(String name) {
        return TABLE.shape(name);
    }
}
