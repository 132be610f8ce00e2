package dev.sluice.policy.parse;

import dev.sluice.policy.diagnostic.NearestName;
import dev.sluice.policy.diagnostic.Problems;
import dev.sluice.policy.model.Condition;
import dev.sluice.policy.model.Named;
import dev.sluice.policy.shape.BundleShapes;
import dev.sluice.policy.yaml.YamlFields;
import dev.sluice.policy.yaml.YamlMap;
import dev.sluice.policy.yaml.YamlNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The conditions with a name: {@code kind: Condition}. Each is parsed when it is first asked for, and then stands in the
 * place of its name.
 */
final class NamedConditions {

    /** How many single conditions one may have, those behind names included. */
    private static final int LARGEST = 10_000;

    private static final int DEEPEST = 50;

    private final Problems problems;
    private final Lists lists;
    private final Map<String, Declared> byId = new TreeMap<>();
    private final Map<String, Optional<Condition>> parsed = new HashMap<>();
    private final Set<String> used = new HashSet<>();
    private final Deque<String> open = new ArrayDeque<>();

    private record Declared(Named id, YamlMap map) {}

    NamedConditions(Problems problems, Lists lists) {
        this.problems = problems;
        this.lists = lists;
    }

    /** Adds what one document declares. */
    void add(YamlMap map) {
        YamlFields fields = new YamlFields(map, BundleShapes.shape("named-condition"), problems);
        Named id = new ScalarParser(problems).id(fields);
        Declared first = byId.putIfAbsent(id.name(), new Declared(id, map));
        if (first != null && !id.isMissing()) {
            problems.error(
                    "duplicate-id",
                    id.location(),
                    "the id `" + id + "` names a second condition",
                    "the first one stands at " + first.id().location());
        }
    }

    /** What a name stands for; nothing, and a problem, if it stands for none. */
    Optional<Condition> resolve(Named name) {
        Declared declared = byId.get(name.name());
        if (declared == null) {
            problems.error(
                    "unknown-condition",
                    name.location(),
                    "no condition has the id `" + name + "`",
                    NearestName.help(name.name(), byId.keySet(), "declare it by `kind: Condition`"));
            return Optional.empty();
        }
        if (open.contains(name.name())) {
            problems.error(
                    "condition-cycle", name.location(), "the condition `" + name + "` leads back to itself", null);
            return Optional.empty();
        }
        used.add(name.name());
        return parsed(declared);
    }

    /** Parses what nobody asked for, so that its problems are told too, and tells that nobody did. */
    void checkUse() {
        Set<String> asked = Set.copyOf(used);
        for (Declared declared : byId.values()) {
            parsed(declared);
            if (!asked.contains(declared.id().name()) && !declared.id().isMissing()) {
                problems.warning(
                        "unused-condition",
                        declared.id().location(),
                        "nothing uses the condition `" + declared.id() + "`",
                        null);
            }
        }
    }

    private Optional<Condition> parsed(Declared declared) {
        String id = declared.id().name();
        Optional<Condition> known = parsed.get(id);
        if (known != null) {
            return known;
        }
        open.push(id);
        Optional<Condition> condition = open.size() > DEEPEST ? Optional.empty() : parse(declared);
        open.pop();
        boolean deep = open.size() >= DEEPEST
                || condition.filter(one -> depth(one) > DEEPEST).isPresent();
        if (deep || condition.filter(one -> leaves(one, LARGEST + 1) > LARGEST).isPresent()) {
            problems.error(
                    "condition-too-large",
                    declared.id().location(),
                    "the condition `" + id + "` has more than " + LARGEST + " parts or " + DEEPEST
                            + " levels, those behind names included (expected: at most that)",
                    null);
            condition = Optional.empty();
        }
        parsed.put(id, condition);
        return condition;
    }

    /** A document of one condition, beside its {@code id} and {@code why}. */
    private Optional<Condition> parse(Declared declared) {
        YamlFields fields = new YamlFields(declared.map(), BundleShapes.shape("named-condition"), problems);
        fields.text("why");
        List<YamlMap.Entry> rest = declared.map().entries().stream()
                .filter(entry -> !Set.of("kind", "id", "why").contains(entry.key()))
                .toList();
        YamlNode body = new YamlMap(rest, declared.map().location());
        return new ConditionParser(problems, lists, this).parse(body);
    }

    private static int depth(Condition condition) {
        int deepest = 0;
        for (Condition one : condition.parts()) {
            deepest = Math.max(deepest, depth(one));
        }
        return deepest + 1;
    }

    /** How many single conditions there are, as far as the limit. */
    private static int leaves(Condition condition, int limit) {
        List<Condition> parts = condition.parts();
        int leaves = parts.isEmpty() ? 1 : 0;
        for (Condition one : parts) {
            if (leaves >= limit) {
                return leaves;
            }
            leaves += leaves(one, limit - leaves);
        }
        return leaves;
    }
}
