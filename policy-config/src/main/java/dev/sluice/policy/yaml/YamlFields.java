package dev.sluice.policy.yaml;

import dev.sluice.policy.diagnostic.NearestName;
import dev.sluice.policy.diagnostic.Problems;
import dev.sluice.policy.diagnostic.SourceLocation;
import dev.sluice.policy.shape.Shape;
import dev.sluice.policy.shape.ShapeKey;
import dev.sluice.policy.shape.ValueType;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads one map by the keys that its shape knows. It remembers which keys were asked for: {@link #rejectOthers} makes every
 * other one a problem that names the nearest known key. Used once, by one reader.
 */
public final class YamlFields {

    private final YamlMap map;
    private final Shape shape;
    private final String subject;
    private final Problems problems;
    private final YamlExpectation expect;
    private final Set<String> asked = new HashSet<>();
    private final Set<String> required = new HashSet<>();

    public YamlFields(YamlMap map, Shape shape, Problems problems) {
        this(map, shape, shape.subject(), problems);
    }

    /** @param subject what the map is, for messages: {@code `to`} */
    public YamlFields(YamlMap map, Shape shape, String subject, Problems problems) {
        this.map = map;
        this.shape = shape;
        this.subject = subject;
        this.problems = problems;
        this.expect = new YamlExpectation(problems);
    }

    public SourceLocation location() {
        return map.location();
    }

    /**
     * The value of a key; a key without a value counts as a wrong one for whoever reads it.
     *
     * @throws IllegalStateException if the shape has no such key
     */
    public Optional<YamlNode> node(String key) {
        asked.add(shape.key(key).name());
        return map.entry(key).map(YamlMap.Entry::value);
    }

    /** As {@link #node}; a missing key is a problem. */
    public Optional<YamlNode> requiredNode(String key) {
        Optional<YamlNode> node = node(key);
        if (shape.key(key).presence() == ShapeKey.Presence.OPTIONAL) {
            throw new IllegalStateException("the key `" + key + "` of the shape `" + shape.name() + "` is optional");
        }
        required.add(key);
        if (node.isEmpty()) {
            problems.error("missing-key", map.location(), "the key `" + key + "` is missing in " + subject, null);
        }
        return node;
    }

    public Optional<YamlScalar> text(String key) {
        return node(key).flatMap(node -> text(key, node));
    }

    public Optional<YamlScalar> requiredText(String key) {
        return requiredNode(key).flatMap(node -> text(key, node));
    }

    private Optional<YamlScalar> text(String key, YamlNode node) {
        return shape.key(key).type() == ValueType.Plain.PROSE
                ? expect.prose(node, quoted(key))
                : expect.text(node, quoted(key));
    }

    /** One text or a list of texts; empty if the key is missing. */
    public List<YamlScalar> texts(String key) {
        return node(key).map(node -> expect.texts(node, quoted(key))).orElse(List.of());
    }

    /** As {@link #texts}; a missing key and an empty list are problems. */
    public List<YamlScalar> requiredTexts(String key) {
        Optional<YamlNode> node = requiredNode(key);
        if (node.isPresent()
                && node.get() instanceof YamlList list
                && list.elements().isEmpty()) {
            problems.error("wrong-value", list.location(), quoted(key) + " is empty (expected: at least one)", null);
        }
        return node.map(value -> expect.texts(value, quoted(key))).orElse(List.of());
    }

    /** The elements of a list; empty if the key is missing. */
    public List<YamlNode> list(String key) {
        return node(key).map(node -> expect.list(node, quoted(key))).orElse(List.of());
    }

    /** One value or a list of values; empty if the key is missing. */
    public List<YamlNode> oneOrMany(String key) {
        return node(key).map(expect::oneOrMany).orElse(List.of());
    }

    public Optional<YamlMap> map(String key) {
        return node(key).flatMap(node -> expect.map(node, quoted(key)));
    }

    /** The entries of a map whose keys are the author's own; empty if the key is missing. */
    public List<YamlMap.Entry> entries(String key) {
        return map(key).map(YamlMap::entries).orElse(List.of());
    }

    public Optional<Boolean> flag(String key) {
        return node(key).flatMap(node -> expect.flag(node, quoted(key)));
    }

    /** A whole number within bounds, both included. */
    public Optional<Integer> integer(String key, int least, int most) {
        return node(key).flatMap(node -> expect.integer(node, quoted(key), least, most));
    }

    /** Makes every key that was not asked for a problem. Called last. */
    public void rejectOthers() {
        assert asked.equals(shape.keys().keySet()) : "asked of the shape `" + shape.name() + "`: " + asked;
        assert required.containsAll(shape.required()) : "required of the shape `" + shape.name() + "`: " + required;
        rejectUnknown();
    }

    /**
     * As {@link #rejectOthers}, for a reader who needs a part of the map only: known keys may stand beside it, or be
     * missing.
     */
    public void rejectUnknown() {
        List<String> known = List.copyOf(shape.keys().keySet());
        for (YamlMap.Entry entry : map.entries()) {
            if (!known.contains(entry.key())) {
                problems.error(
                        "unknown-key",
                        entry.location(),
                        "unknown key `" + entry.key() + "` in " + subject,
                        NearestName.help(entry.key(), known, "known keys are `" + String.join("`, `", known) + "`"));
            }
        }
    }

    private static String quoted(String key) {
        return "`" + key + "`";
    }
}
