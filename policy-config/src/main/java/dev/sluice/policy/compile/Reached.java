package dev.sluice.policy.compile;

import dev.sluice.policy.compile.Pattern.Target;
import dev.sluice.policy.model.Path.Step;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * The patterns that lead to one place, each with how many of its steps are taken: a state of the subset construction,
 * sorted by
 * what leads on from it.
 */
final class Reached {

    private final List<Pattern> patterns;
    private final List<Item> items;
    private final List<Pattern> ends = new ArrayList<>();
    private final List<Item> subtrees = new ArrayList<>();
    private final Map<String, List<Item>> byName = new TreeMap<>();
    private final List<Item> byAnyMember = new ArrayList<>();
    private final Map<Integer, List<Item>> byIndex = new TreeMap<>();
    private final List<Item> byAnyElement = new ArrayList<>();
    private final Map<String, Filter> byFilter = new TreeMap<>();
    private final Set<Kind> spelled = EnumSet.noneOf(Kind.class);

    /** What can stand at a place. */
    private enum Kind {
        SCALAR,
        OBJECT,
        ARRAY
    }

    /** @param pattern its index @param position the steps taken */
    record Item(int pattern, int position) {}

    /** The elements that one filter selects. */
    record Filter(Map<String, String> wanted, List<Item> items) {}

    private Reached(List<Pattern> patterns, List<Item> items) {
        this.patterns = patterns;
        this.items = items;
        items.forEach(this::sort);
    }

    static Reached root(List<Pattern> patterns) {
        List<Item> items = new ArrayList<>();
        for (int k = 0; k < patterns.size(); k++) {
            items.add(new Item(k, 0));
        }
        return new Reached(patterns, items);
    }

    private void sort(Item item) {
        Pattern pattern = pattern(item);
        if (pattern.endsAt(item.position())) {
            ends.add(pattern);
        }
        boolean field = pattern.target() instanceof Target.Field;
        if (item.position() == pattern.steps().size()) {
            if (field && !pattern.subtree()) {
                spelled.add(Kind.SCALAR);
            }
            return;
        }
        Step next = pattern.steps().get(item.position());
        if (!(next instanceof Step.Subtree) && (field || pattern.target() instanceof Target.Start)) {
            spelled.add(next instanceof Step.Member || next instanceof Step.AnyMember ? Kind.OBJECT : Kind.ARRAY);
        }
        Item taken = new Item(item.pattern(), item.position() + 1);
        if (next instanceof Step.Subtree) {
            subtrees.add(item);
        } else if (next instanceof Step.Member member) {
            byName.computeIfAbsent(member.name(), name -> new ArrayList<>()).add(taken);
        } else if (next instanceof Step.AnyMember) {
            byAnyMember.add(taken);
        } else if (next instanceof Step.Element element) {
            byIndex.computeIfAbsent(element.index(), index -> new ArrayList<>()).add(taken);
        } else if (next instanceof Step.AnyElement) {
            byAnyElement.add(taken);
        } else if (next instanceof Step.Matching matching) {
            byFilter.computeIfAbsent(text(matching.wanted()), text -> new Filter(matching.wanted(), new ArrayList<>()))
                    .items()
                    .add(taken);
        }
    }

    List<Item> items() {
        return items;
    }

    Pattern pattern(Item item) {
        return patterns.get(item.pattern());
    }

    boolean isEmpty() {
        return items.isEmpty();
    }

    /** The patterns that speak of this place. */
    List<Pattern> ends() {
        return ends;
    }

    /** Whether nothing but subtrees leads on from here or ends here. */
    boolean onlySubtrees() {
        return subtrees.size() == items.size();
    }

    /** Whether a subtree covers a scalar here: not where the catalog spells what stands below. */
    boolean subtreeCoversScalar() {
        return covers(Kind.SCALAR);
    }

    /** A subtree leaves alone what is of another kind than the catalog spells at the place. */
    private boolean covers(Kind kind) {
        return spelled.isEmpty() || spelled.contains(kind);
    }

    Reached only(Predicate<Item> kept) {
        return new Reached(patterns, items.stream().filter(kept).toList());
    }

    Set<String> names() {
        return byName.keySet();
    }

    Set<Integer> indexes() {
        return byIndex.keySet();
    }

    /** The filters by their text, so that their order is always the same. */
    Map<String, Filter> filters() {
        return byFilter;
    }

    /** Whether some pattern leads to elements by their position, filters and subtrees aside. */
    List<Item> positioned() {
        List<Item> positioned = new ArrayList<>(byAnyElement);
        byIndex.values().forEach(positioned::addAll);
        return positioned;
    }

    Reached member(String name) {
        return with(Kind.OBJECT, byName.getOrDefault(name, List.of()), byAnyMember);
    }

    Reached anyMember() {
        return with(Kind.OBJECT, byAnyMember, List.of());
    }

    Reached element(int index) {
        return with(Kind.ARRAY, byIndex.getOrDefault(index, List.of()), byAnyElement);
    }

    Reached anyElement() {
        return with(Kind.ARRAY, byAnyElement, List.of());
    }

    Reached selected(Filter filter) {
        return with(Kind.ARRAY, filter.items(), List.of());
    }

    /** Whether the step that led here was {@code .*}. @param depth how many steps deep this place is */
    boolean byAnyMember(Item item, int depth) {
        return depth > 0 && item.position() == depth && pattern(item).steps().get(depth - 1) instanceof Step.AnyMember;
    }

    /** A filter as a path spells it. */
    private static String text(Map<String, String> wanted) {
        StringBuilder text = new StringBuilder("[?");
        String separator = "";
        for (Map.Entry<String, String> entry : new TreeMap<>(wanted).entrySet()) {
            text.append(separator)
                    .append(entry.getKey())
                    .append("='")
                    .append(entry.getValue())
                    .append('\'');
            separator = " && ";
        }
        return text.append(']').toString();
    }

    private Reached with(Kind container, List<Item> some, List<Item> others) {
        List<Item> all = new ArrayList<>(some.size() + others.size() + subtrees.size());
        all.addAll(some);
        all.addAll(others);
        if (covers(container)) {
            all.addAll(subtrees);
        }
        return new Reached(patterns, all);
    }
}
