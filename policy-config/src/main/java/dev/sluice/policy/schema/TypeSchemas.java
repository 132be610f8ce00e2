package dev.sluice.policy.schema;

import dev.sluice.policy.shape.ShapeTable;
import dev.sluice.policy.shape.ValueType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The schema of a value's type. */
final class TypeSchemas {

    private static final String TYPE = "type";
    private static final String STRING = "string";
    private static final String ANY_OF = "anyOf";

    private final ShapeTable table;
    private final Function<String, Map<String, Object>> references;

    /** @param references refers to the schema of something that the table names */
    TypeSchemas(ShapeTable table, Function<String, Map<String, Object>> references) {
        this.table = table;
        this.references = references;
    }

    Map<String, Object> of(ValueType type) {
        if (type instanceof ValueType.Plain plain) {
            return plain(plain);
        }
        if (type instanceof ValueType.Whole whole) {
            Map<String, Object> schema = new LinkedHashMap<>();
            schema.put(TYPE, "integer");
            schema.put("minimum", whole.least());
            schema.put("maximum", whole.most());
            return schema;
        }
        if (type instanceof ValueType.Named named) {
            return references.apply(named.name());
        }
        return several(type);
    }

    private Map<String, Object> several(ValueType type) {
        if (type instanceof ValueType.ListOf list) {
            return list(of(list.element()), list.filled());
        }
        if (type instanceof ValueType.Some some) {
            Map<String, Object> element = of(some.element());
            return Map.of(ANY_OF, List.of(element, list(element, some.filled())));
        }
        if (type instanceof ValueType.MapOf map) {
            Map<String, Object> schema = new LinkedHashMap<>();
            schema.put(TYPE, "object");
            schema.put("additionalProperties", of(map.value()));
            return schema;
        }
        if (type instanceof ValueType.Either either) {
            return Map.of(ANY_OF, either.types().stream().map(this::of).toList());
        }
        return word(type);
    }

    private Map<String, Object> word(ValueType type) {
        if (type instanceof ValueType.OneOf words) {
            return Map.of("enum", words.words());
        }
        if (type instanceof ValueType.WordsOf words) {
            return Map.of("enum", table.choice(words.choice()).words());
        }
        if (type instanceof ValueType.Known known) {
            return KnownWords.schema(known.words());
        }
        if (type instanceof ValueType.Kind kind) {
            return Map.of("const", kind.name());
        }
        throw new IllegalStateException("no schema for " + type);
    }

    private static Map<String, Object> list(Map<String, Object> element, boolean filled) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put(TYPE, "array");
        schema.put("items", element);
        if (filled) {
            schema.put("minItems", 1);
        }
        return schema;
    }

    private static Map<String, Object> plain(ValueType.Plain plain) {
        return switch (plain) {
            case TEXT, PROSE, PATH -> text();
            case ID -> text("^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$", "up to 64 letters, digits, `.`, `_`, `-`");
            case DAY -> text("^[0-9]{4}-[0-9]{2}-[0-9]{2}$", "a day such as 2027-06-30");
            case INSTANT -> text("^[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt].+$", "an instant such as 2026-11-21T10:00:00Z");
            case PERIOD -> text("^[-+]?[Pp][-+0-9YyMmWwDd]+$", "a period such as P13M");
            case DURATION -> text("^[1-9][0-9]{0,8}(ms|s|m|h|d)$", "a duration such as 30s");
            case SIZE -> text("^[1-9][0-9]{0,8}(KiB|MiB|GiB)$", "a size such as 256KiB");
            case NUMBER -> Map.of(TYPE, "number");
            case FLAG -> Map.of(TYPE, "boolean");
            case NULL -> Map.of(TYPE, "null");
            case SCALAR -> Map.of(TYPE, List.of(STRING, "number", "boolean"));
        };
    }

    private static Map<String, Object> text() {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put(TYPE, STRING);
        schema.put("minLength", 1);
        return schema;
    }

    /** @param expected what a text must be, as some editors show it */
    static Map<String, Object> text(String pattern, String expected) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put(TYPE, STRING);
        schema.put("pattern", pattern);
        schema.put("patternErrorMessage", "expected: " + expected);
        return schema;
    }
}
