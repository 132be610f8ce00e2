package dev.sluice.policy.shape;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The shapes, choices and types of one file. Immutable. */
public final class ShapeTable {

    private final Map<String, Shape> shapes;
    private final Map<String, Choice> choices;
    private final Map<String, ValueType> types;

    ShapeTable(Map<String, Shape> shapes, Map<String, Choice> choices, Map<String, ValueType> types) {
        this.shapes = Collections.unmodifiableMap(new LinkedHashMap<>(shapes));
        this.choices = Collections.unmodifiableMap(new LinkedHashMap<>(choices));
        this.types = Collections.unmodifiableMap(new LinkedHashMap<>(types));
    }

    /** Reads a table that is shipped beside a class. @throws IllegalStateException if it is not there, or no table */
    public static ShapeTable read(Class<?> beside, String resource) {
        try (InputStream in = beside.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the table `" + resource + "` is not in this build");
            }
            return new ShapeReader(resource).read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Shape shape(String name) {
        return found(shapes.get(name), "shape", name);
    }

    public Choice choice(String name) {
        return found(choices.get(name), "choice", name);
    }

    public ValueType type(String name) {
        return found(types.get(name), "type", name);
    }

    public boolean hasShape(String name) {
        return shapes.containsKey(name);
    }

    public boolean hasChoice(String name) {
        return choices.containsKey(name);
    }

    /** All shapes, in the order of the file. */
    public Collection<Shape> shapes() {
        return shapes.values();
    }

    /** All choices, in the order of the file. */
    public Collection<Choice> choices() {
        return choices.values();
    }

    /** All types with a name of their own. */
    public Map<String, ValueType> types() {
        return types;
    }

    private static <T> T found(@Nullable T found, String sort, String name) {
        if (found == null) {
            throw new IllegalStateException("the table has no " + sort + " `" + name + "`");
        }
        return found;
    }
}
