package dev.sluice.policy.schema;

import dev.sluice.policy.shape.BundleShapes;
import dev.sluice.policy.shape.Shape;
import dev.sluice.policy.shape.ShapeTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * JSON Schemas for editors. They refuse what no parser accepts and know words to complete; what needs more than one
 * place to be
 * seen, such as a partner that nobody declared, is left to {@code sluice check}.
 */
public final class JsonSchema {

    private static final String DRAFT = "http://json-schema.org/draft-07/schema#";
    private static final String KIND = "kind";

    private JsonSchema() {}

    /** The kinds of document that a bundle may have, in the order of the reference. */
    public static List<String> kinds() {
        return BundleShapes.table().shapes().stream()
                .flatMap(shape -> shape.kind().stream())
                .toList();
    }

    /** One document of a bundle, of whatever kind. An editor judges each document of a file by it. */
    public static String document() {
        Definitions definitions = new Definitions(BundleShapes.table());
        List<Object> branches = new ArrayList<>();
        List<String> sentences = new ArrayList<>();
        for (Shape shape : BundleShapes.table().shapes()) {
            if (shape.kind().isPresent()) {
                branches.add(branch(shape.kind().get(), definitions.reference(shape.name())));
                sentences.add(shape.description());
            }
        }
        Map<String, Object> kind = new LinkedHashMap<>();
        kind.put("description", BundleShapes.shape("document").key(KIND).description());
        kind.put("enum", kinds());
        kind.put("enumDescriptions", sentences);
        Map<String, Object> schema = head("A document of a Sluice bundle");
        schema.put("type", "object");
        schema.put("properties", Map.of(KIND, kind));
        schema.put("required", List.of(KIND));
        schema.put("allOf", branches);
        schema.put("definitions", definitions.all());
        return SchemaText.of(schema);
    }

    /** A document of one kind; empty if there is no such kind. */
    public static Optional<String> kind(String kind) {
        return BundleShapes.table().shapes().stream()
                .filter(shape -> shape.kind().filter(kind::equals).isPresent())
                .findFirst()
                .map(shape -> map(BundleShapes.table(), shape.name(), "A " + kind + " of a Sluice bundle"));
    }

    /** A file of what is on record of customers. */
    public static String onRecord() {
        return map(BundleShapes.table(), "on-record", "What is on record of customers");
    }

    /** One map of a table. @param shape its name in the table @param title what it is, for people */
    public static String map(ShapeTable table, String shape, String title) {
        Definitions definitions = new Definitions(table);
        Map<String, Object> schema = head(title);
        schema.put("allOf", List.of(definitions.reference(shape)));
        schema.put("definitions", definitions.all());
        return SchemaText.of(schema);
    }

    private static Map<String, Object> head(String title) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", DRAFT);
        schema.put("title", title);
        return schema;
    }

    /**
     * What holds for documents of one kind: so an editor tells what is wrong with that kind, and not with all the
     * others.
     */
    private static Map<String, Object> branch(String kind, Map<String, Object> reference) {
        Map<String, Object> branch = new LinkedHashMap<>();
        Map<String, Object> condition = new LinkedHashMap<>();
        condition.put("properties", Map.of(KIND, Map.of("const", kind)));
        condition.put("required", List.of(KIND));
        branch.put("if", condition);
        branch.put("then", reference);
        return branch;
    }
}
