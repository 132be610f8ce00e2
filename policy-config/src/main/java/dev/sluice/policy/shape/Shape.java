package dev.sluice.policy.shape;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A map with known keys.
 *
 * @param subject what it is, in messages: {@code a policy}
 * @param keys by name, in the order in which they are told
 * @param choice whose keys it has too, if any: exactly one of them
 * @param needs keys that stand only beside another, each with that
 * @param exactlyOne keys of which exactly one must be there, if any
 */
public record Shape(
        String name,
        String subject,
        String description,
        Map<String, ShapeKey> keys,
        Optional<OtherKeys> others,
        Optional<String> choice,
        Map<String, String> needs,
        List<String> exactlyOne,
        boolean atLeastOne) {

    public Shape {
        keys = Collections.unmodifiableMap(new LinkedHashMap<>(keys));
        needs = Map.copyOf(needs);
        exactlyOne = List.copyOf(exactlyOne);
    }

    /** The {@code kind} of document that it is, if it is one. */
    public Optional<String> kind() {
        return keys.values().stream()
                .flatMap(key -> key.type() instanceof ValueType.Kind kind ? Stream.of(kind.name()) : Stream.empty())
                .findFirst();
    }

    /** The keys that must be there, but for {@code kind}, by which the document was found. */
    public List<String> required() {
        return keys.values().stream()
                .filter(key -> key.presence() == ShapeKey.Presence.REQUIRED)
                .filter(key -> !(key.type() instanceof ValueType.Kind))
                .map(ShapeKey::name)
                .toList();
    }

    /** The key of a name. @throws IllegalStateException if there is none: the table and the parser are of two minds */
    public ShapeKey key(String key) {
        ShapeKey found = keys.get(key);
        if (found == null) {
            throw new IllegalStateException("the shape `" + name + "` has no key `" + key + "`");
        }
        return found;
    }
}
