package dev.sluice.policy.compare;

import dev.sluice.policy.field.ElementSelector;
import dev.sluice.policy.field.FieldNode;
import dev.sluice.policy.field.FieldTree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Two trees walked at once: every place that a document can have stands in one pair, with the node that it has in either.
 * A member that one catalog spells and the other does not meets what the other says of any member.
 */
final class Alignment {

    private static final int NONE = FieldTree.NONE;

    private final @Nullable FieldTree before;
    private final @Nullable FieldTree after;
    private final Set<Pair> met = new LinkedHashSet<>();
    private final Set<Records> records = new LinkedHashSet<>();
    private final Map<Pair, String> paths = new HashMap<>();

    /** The nodes of one place, {@link FieldTree#NONE} where a catalog does not know it. */
    record Pair(int before, int after) {}

    /** The types of the records that begin at one place. */
    record Records(int before, int after) {}

    private Alignment(@Nullable FieldTree before, @Nullable FieldTree after) {
        this.before = before;
        this.after = after;
    }

    /** @param before null where there is no such catalog */
    static Alignment of(@Nullable FieldTree before, @Nullable FieldTree after) {
        Alignment alignment = new Alignment(before, after);
        alignment.walk(before == null ? NONE : 0, after == null ? NONE : 0, "$");
        return alignment;
    }

    /** All places, containers included. */
    Set<Pair> pairs() {
        return met;
    }

    /** The records that begin at the same place, with {@link FieldTree#NONE} where none does. */
    Set<Records> records() {
        return records;
    }

    /** The place of a pair, as a catalog spells it. */
    String path(Pair pair) {
        return paths.getOrDefault(pair, "");
    }

    private static @Nullable FieldNode node(@Nullable FieldTree tree, int index) {
        return tree == null || index == NONE ? null : tree.node(index);
    }

    private void walk(int one, int other, String walked) {
        Pair pair = new Pair(one, other);
        if (one == NONE && other == NONE || !met.add(pair)) {
            return;
        }
        FieldNode a = node(before, one);
        FieldNode b = node(after, other);
        paths.put(pair, path(a, b, walked));
        int starts = a == null ? NONE : a.startsRecord();
        int startsAfter = b == null ? NONE : b.startsRecord();
        if (starts != NONE || startsAfter != NONE) {
            records.add(new Records(starts, startsAfter));
        }
        walk(a == null ? NONE : a.name(), b == null ? NONE : b.name(), walked + " (name)");
        members(a, b, walked);
        elements(a, b, walked);
    }

    private static String path(@Nullable FieldNode a, @Nullable FieldNode b, String walked) {
        if (a == null || b == null) {
            return Objects.requireNonNull(a == null ? b : a).pattern();
        }
        return a.pattern().equals(b.pattern()) ? a.pattern() : walked;
    }

    private void members(@Nullable FieldNode a, @Nullable FieldNode b, String walked) {
        Set<String> names = new TreeSet<>();
        names.addAll(a == null ? Set.of() : a.members().keySet());
        names.addAll(b == null ? Set.of() : b.members().keySet());
        for (String name : names) {
            walk(member(a, name), member(b, name), spelled(a, b, name, walked));
        }
        walk(a == null ? NONE : a.anyMember(), b == null ? NONE : b.anyMember(), walked + ".*");
    }

    private String spelled(@Nullable FieldNode a, @Nullable FieldNode b, String name, String walked) {
        FieldNode child = a != null && a.members().containsKey(name)
                ? node(before, member(a, name))
                : node(after, member(b, name));
        String pattern = child == null ? "" : child.pattern();
        return pattern.endsWith("['" + name + "']") ? walked + "['" + name + "']" : walked + "." + name;
    }

    private static int member(@Nullable FieldNode of, String name) {
        if (of == null) {
            return NONE;
        }
        return of.members().getOrDefault(name, of.anyMember());
    }

    private void elements(@Nullable FieldNode a, @Nullable FieldNode b, String walked) {
        Set<Integer> indexes = new TreeSet<>();
        indexes.addAll(a == null ? Set.of() : a.elements().keySet());
        indexes.addAll(b == null ? Set.of() : b.elements().keySet());
        for (Kind one : kinds(a, indexes)) {
            for (Kind other : kinds(b, indexes)) {
                Integer index = one.index() == null ? other.index() : one.index();
                boolean sameIndex = Objects.equals(one.index(), other.index());
                if (sameIndex && compatible(one.wanted(), other.wanted(), a, b)) {
                    walk(one.child(), other.child(), walked + step(index, one.wanted(), other.wanted()));
                }
            }
        }
    }

    /**
     * Elements of one kind, to one catalog.
     *
     * @param index null for all that stand at no index that a catalog spells
     * @param wanted what stands in them; empty for all that no filter selects
     */
    private record Kind(int child, @Nullable Integer index, Map<String, String> wanted) {}

    private static List<Kind> kinds(@Nullable FieldNode of, Set<Integer> indexes) {
        List<@Nullable Integer> at = new ArrayList<>(indexes);
        at.add(null);
        List<Kind> kinds = new ArrayList<>();
        for (Integer index : at) {
            if (of == null) {
                kinds.add(new Kind(NONE, index, Map.of()));
                continue;
            }
            for (ElementSelector selector : of.selectors()) {
                kinds.add(new Kind(selector.child(), index, selector.wanted()));
            }
            int any = of.anyElement();
            kinds.add(new Kind(index == null ? any : of.elements().getOrDefault(index, any), index, Map.of()));
        }
        return kinds;
    }

    /** Whether an element can be of both kinds. */
    private static boolean compatible(
            Map<String, String> one, Map<String, String> other, @Nullable FieldNode a, @Nullable FieldNode b) {
        if (one.isEmpty()) {
            return other.isEmpty() || !selected(other, a);
        }
        if (other.isEmpty()) {
            return !selected(one, b);
        }
        return one.entrySet().stream()
                .allMatch(entry -> entry.getValue().equals(other.getOrDefault(entry.getKey(), entry.getValue())));
    }

    /** Whether what has these members is selected in any case. */
    private static boolean selected(Map<String, String> members, @Nullable FieldNode by) {
        return by != null
                && by.selectors().stream()
                        .anyMatch(selector ->
                                members.entrySet().containsAll(selector.wanted().entrySet()));
    }

    private static String step(@Nullable Integer index, Map<String, String> one, Map<String, String> other) {
        Set<String> wanted = new TreeSet<>();
        one.forEach((name, text) -> wanted.add(name + "='" + text + "'"));
        other.forEach((name, text) -> wanted.add(name + "='" + text + "'"));
        if (!wanted.isEmpty()) {
            return "[?" + String.join(" && ", wanted) + "]";
        }
        return index == null ? "[*]" : "[" + index + "]";
    }

    /** The members that policies add, laid over each other by their names. */
    Set<Pair> added(Map<String, Integer> one, Map<String, Integer> other) {
        Set<String> names = new TreeSet<>(one.keySet());
        names.addAll(other.keySet());
        Set<Pair> pairs = new HashSet<>();
        for (String name : names) {
            Pair pair = new Pair(one.getOrDefault(name, NONE), other.getOrDefault(name, NONE));
            paths.put(pair, path(node(before, pair.before()), node(after, pair.after()), name + FieldNode.ADDED));
            pairs.add(pair);
        }
        return pairs;
    }
}
