package dev.sluice.policy.schema;

import dev.sluice.policy.shape.Choice;
import dev.sluice.policy.shape.OtherKeys;
import dev.sluice.policy.shape.Shape;
import dev.sluice.policy.shape.ShapeKey;
import dev.sluice.policy.shape.ShapeTable;
import dev.sluice.policy.shape.ValueType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The schemas of what a table names, each made once, when something refers to it. */
final class Definitions {

    private static final String DESCRIPTION = "description";
    private static final String OBJECT = "object";

    private final ShapeTable table;
    private final TypeSchemas types;
    private final Map<String, Map<String, Object>> made = new TreeMap<>();

    Definitions(ShapeTable table) {
        this.table = table;
        this.types = new TypeSchemas(table, this::reference);
    }

    /** All that was referred to. */
    Map<String, Map<String, Object>> all() {
        return made;
    }

    Map<String, Object> reference(String name) {
        if (!made.containsKey(name)) {
            made.put(name, Map.of());
            made.put(name, made(name));
        }
        return Map.of("$ref", "#/definitions/" + name);
    }

    private Map<String, Object> made(String name) {
        if (table.hasShape(name)) {
            return shape(table.shape(name));
        }
        return table.hasChoice(name) ? choice(table.choice(name)) : types.of(table.type(name));
    }

    private Map<String, Object> shape(Shape shape) {
        Map<String, Object> properties = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        for (ShapeKey key : shape.keys().values()) {
            properties.put(key.name(), described(key.description(), types.of(key.type())));
            if (key.presence() == ShapeKey.Presence.REQUIRED) {
                required.add(key.name());
            }
        }
        Map<String, Object> schema = object(shape.description());
        shape.choice().map(table::choice).ifPresent(choice -> properties.putAll(parameters(choice)));
        schema.put("properties", properties);
        if (!required.isEmpty()) {
            schema.put("required", required);
        }
        if (shape.atLeastOne() || shape.choice().isPresent()) {
            schema.put("minProperties", required.size() + 1);
        }
        shape.others()
                .or(() -> shape.choice().map(table::choice).flatMap(Choice::others))
                .ifPresentOrElse(
                        others -> others(schema, others, List.copyOf(properties.keySet())),
                        () -> schema.put("additionalProperties", false));
        if (!shape.needs().isEmpty()) {
            Map<String, Object> needs = new TreeMap<>();
            shape.needs().forEach((key, other) -> needs.put(key, List.of(other)));
            schema.put("dependencies", needs);
        }
        if (!shape.exactlyOne().isEmpty()) {
            schema.put(
                    "oneOf",
                    shape.exactlyOne().stream()
                            .map(key -> Map.of("required", List.of(key)))
                            .toList());
        }
        return schema;
    }

    private Map<String, Object> choice(Choice choice) {
        Map<String, Object> map = object(choice.description());
        Map<String, Object> parameters = parameters(choice);
        map.put("properties", parameters);
        map.put("minProperties", 1);
        map.put("maxProperties", 1);
        choice.others()
                .ifPresentOrElse(
                        others -> others(map, others, List.copyOf(parameters.keySet())),
                        () -> map.put("additionalProperties", false));
        List<Choice.Option> alone =
                choice.options().values().stream().filter(Choice.Option::alone).toList();
        if (alone.isEmpty()) {
            return map;
        }
        Map<String, Object> words = new LinkedHashMap<>();
        words.put("enum", alone.stream().map(Choice.Option::name).toList());
        words.put(
                "enumDescriptions",
                alone.stream().map(Choice.Option::description).toList());
        Map<String, Object> either = new LinkedHashMap<>();
        either.put(DESCRIPTION, choice.description());
        either.put("anyOf", parameters.isEmpty() ? List.of(words) : List.of(words, map));
        return either;
    }

    /** The keys of a choice, without those that are words only. */
    private Map<String, Object> parameters(Choice choice) {
        Map<String, Object> properties = new LinkedHashMap<>();
        for (Choice.Option option : choice.options().values()) {
            option.parameter()
                    .ifPresent(type -> properties.put(option.name(), described(option.description(), types.of(type))));
        }
        return properties;
    }

    private void others(Map<String, Object> schema, OtherKeys others, List<String> known) {
        schema.put("additionalProperties", described(others.description(), types.of(others.value())));
        if (!(others.key() instanceof ValueType.Plain)) {
            Map<String, Object> names = Map.of("enum", known);
            Map<String, Object> own = types.of(others.key());
            schema.put("propertyNames", Map.of("anyOf", known.isEmpty() ? List.of(own) : List.of(names, own)));
        }
    }

    private static Map<String, Object> object(String description) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put(DESCRIPTION, description);
        schema.put("type", OBJECT);
        return schema;
    }

    /** A schema with a description of its own. Beside {@code $ref} nothing counts, so a reference is put below. */
    private static Map<String, Object> described(String description, Map<String, Object> schema) {
        Map<String, Object> described = new LinkedHashMap<>();
        described.put(DESCRIPTION, description);
        if (schema.containsKey("$ref")) {
            described.put("allOf", List.of(schema));
        } else {
            described.putAll(schema);
        }
        return described;
    }
}
