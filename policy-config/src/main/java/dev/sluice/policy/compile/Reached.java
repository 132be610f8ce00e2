package dev.sluice.policy.compile;

import dev.sluice.policy.model.Path.Step;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The patterns that lead to one place, each with how many of its steps are taken: a state of the subset construction. Equal where
 * the same patterns stand at the same steps.
 */
record Reached(List<Pattern> patterns, Set<Item> items) {

    /** @param pattern its index @param position the steps taken */
    record Item(int pattern, int position) {}

    static Reached root(List<Pattern> patterns) {
        Set<Item> items = new LinkedHashSet<>();
        for (int k = 0; k < patterns.size(); k++) {
            items.add(new Item(k, 0));
        }
        return new Reached(patterns, items);
    }

    Pattern pattern(Item item) {
        return patterns.get(item.pattern());
    }

    boolean isEmpty() {
        return items.isEmpty();
    }

    /** The patterns that speak of this place. */
    List<Pattern> ends() {
        return items.stream()
                .filter(item -> pattern(item).endsAt(item.position()))
                .map(this::pattern)
                .toList();
    }

    /** Whether nothing but subtrees leads on from here or ends here. */
    boolean onlySubtrees() {
        return items.stream().allMatch(item -> next(item) instanceof Step.Subtree);
    }

    Reached only(Predicate<Item> kept) {
        Set<Item> result = new LinkedHashSet<>();
        items.stream().filter(kept).forEach(result::add);
        return new Reached(patterns, result);
    }

    Set<String> names() {
        Set<String> names = new TreeSet<>();
        for (Item item : items) {
            if (next(item) instanceof Step.Member member) {
                names.add(member.name());
            }
        }
        return names;
    }

    Set<Integer> indexes() {
        Set<Integer> indexes = new TreeSet<>();
        for (Item item : items) {
            if (next(item) instanceof Step.Element element) {
                indexes.add(element.index());
            }
        }
        return indexes;
    }

    /** The filters, by their text so that their order is always the same. */
    Map<String, Map<String, String>> filters() {
        Map<String, Map<String, String>> filters = new TreeMap<>();
        for (Item item : items) {
            if (next(item) instanceof Step.Matching matching) {
                filters.put(text(matching.wanted()), matching.wanted());
            }
        }
        return filters;
    }

    Reached member(String name) {
        return step(step -> step instanceof Step.AnyMember
                || (step instanceof Step.Member member && member.name().equals(name)));
    }

    Reached anyMember() {
        return step(step -> step instanceof Step.AnyMember);
    }

    Reached element(int index) {
        return step(step ->
                step instanceof Step.AnyElement || (step instanceof Step.Element element && element.index() == index));
    }

    Reached anyElement() {
        return step(step -> step instanceof Step.AnyElement);
    }

    Reached matching(Map<String, String> wanted) {
        return step(step ->
                step instanceof Step.Matching matching && matching.wanted().equals(wanted));
    }

    /** Whether the step that led here was {@code .*}. @param depth how many steps deep this place is */
    boolean byAnyMember(Item item, int depth) {
        return depth > 0 && item.position() == depth && pattern(item).steps().get(depth - 1) instanceof Step.AnyMember;
    }

    /** A filter as a path spells it. */
    static String text(Map<String, String> wanted) {
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

    private Reached step(Predicate<Step> taken) {
        Set<Item> result = new LinkedHashSet<>();
        for (Item item : items) {
            Step next = next(item);
            if (next instanceof Step.Subtree) {
                result.add(item);
            } else if (next != null && taken.test(next)) {
                result.add(new Item(item.pattern(), item.position() + 1));
            }
        }
        return new Reached(patterns, result);
    }

    private @Nullable Step next(Item item) {
        List<Step> steps = pattern(item).steps();
        return item.position() < steps.size() ? steps.get(item.position()) : null;
    }
}
