package dev.sluice.policy.schema;

import dev.sluice.policy.shape.Choice;
import dev.sluice.policy.shape.OtherKeys;
import dev.sluice.policy.shape.Shape;
import dev.sluice.policy.shape.ShapeKey;
import dev.sluice.policy.shape.ShapeTable;
import dev.sluice.policy.shape.ValueType;
import dev.sluice.policy.yaml.YamlList;
import dev.sluice.policy.yaml.YamlMap;
import dev.sluice.policy.yaml.YamlNode;
import dev.sluice.policy.yaml.YamlScalar;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Which keys and words of a table some documents use, as {@code policy.review_by}. */
final class UsedKeys {

    private final ShapeTable table;
    private final Set<String> used = new TreeSet<>();

    UsedKeys(ShapeTable table) {
        this.table = table;
    }

    Set<String> used() {
        return used;
    }

    /** All that there are. */
    static Set<String> all(ShapeTable table) {
        Set<String> all = new TreeSet<>();
        table.shapes().forEach(shape -> shape.keys().keySet().forEach(key -> all.add(shape.name() + "." + key)));
        for (Choice choice : table.choices()) {
            for (Choice.Option option : choice.options().values()) {
                if (option.alone()) {
                    all.add(choice.name() + " " + option.name());
                }
                if (option.parameter().isPresent()) {
                    all.add(choice.name() + "." + option.name());
                }
            }
        }
        return all;
    }

    void add(YamlNode document) {
        YamlMap map = (YamlMap) document;
        String kind = ((YamlScalar) map.entry("kind").orElseThrow().value()).text();
        table.shapes().stream()
                .filter(shape -> shape.kind().filter(kind::equals).isPresent())
                .forEach(shape -> shape(shape, map));
    }

    void shape(Shape shape, YamlMap map) {
        for (YamlMap.Entry entry : map.entries()) {
            ShapeKey key = shape.keys().get(entry.key());
            if (key != null) {
                used.add(shape.name() + "." + entry.key());
                type(key.type(), entry.value());
            } else if (shape.choice().isPresent()) {
                option(table.choice(shape.choice().get()), entry);
            } else {
                others(shape.others(), entry.value());
            }
        }
    }

    private void option(Choice choice, YamlMap.Entry entry) {
        Choice.Option option = choice.options().get(entry.key());
        if (option == null) {
            others(choice.others(), entry.value());
        } else {
            used.add(choice.name() + "." + entry.key());
            option.parameter().ifPresent(type -> type(type, entry.value()));
        }
    }

    private void others(Optional<OtherKeys> others, YamlNode value) {
        others.ifPresent(other -> type(other.value(), value));
    }

    private void type(ValueType type, YamlNode node) {
        if (type instanceof ValueType.Named named) {
            named(named.name(), node);
        } else if (type instanceof ValueType.Either either) {
            either.types().forEach(one -> type(one, node));
        } else if (type instanceof ValueType.Some some) {
            elements(some.element(), node);
            type(some.element(), node);
        } else if (type instanceof ValueType.ListOf list) {
            elements(list.element(), node);
        } else if (type instanceof ValueType.MapOf map && node instanceof YamlMap entries) {
            entries.entries().forEach(entry -> type(map.value(), entry.value()));
        }
    }

    private void elements(ValueType type, YamlNode node) {
        if (node instanceof YamlList list) {
            list.elements().forEach(element -> type(type, element));
        }
    }

    private void named(String name, YamlNode node) {
        if (table.hasShape(name)) {
            if (node instanceof YamlMap map && fits(table.shape(name), map)) {
                shape(table.shape(name), map);
            }
        } else if (!table.hasChoice(name)) {
            type(table.type(name), node);
        } else if (node instanceof YamlScalar word) {
            used.add(name + " " + word.text());
        } else if (node instanceof YamlMap map) {
            map.entries().forEach(entry -> option(table.choice(name), entry));
        }
    }

    private static boolean fits(Shape shape, YamlMap map) {
        return shape.others().isPresent()
                || map.entries().stream().allMatch(entry -> shape.keys().containsKey(entry.key()));
    }
}
