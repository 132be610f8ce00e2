package dev.sluice.gateway.scenario;

import dev.sluice.policy.field.FieldTree;
import dev.sluice.policy.model.Path;
import dev.sluice.policy.model.Path.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Follows the places of a test's input into what left. A place is the input's: {@code [1]} is the second element that came
 * in, wherever it stands behind those that stayed, and a filter asks what came in.
 */
final class Passages {

    private final Passage root;
    private final RecordFates fates;

    private Passages(Passage root, RecordFates fates) {
        this.root = root;
        this.fates = fates;
    }

    /**
     * All that a path leads to.
     *
     * @param unclear the list of which nothing tells what became of the element meant, or null
     */
    record Reached(List<Passage> passages, @Nullable Passage unclear) {

        Reached {
            passages = List.copyOf(passages);
        }
    }

    static Passages of(Document input, Document output, FieldTree tree, List<RecordFates.Fate> fates) {
        Found before = Found.root(input, tree);
        Found after = Found.root(output, tree);
        Passage root = new Passage(
                before.value().isMissingNode() ? null : before, after.value().isMissingNode() ? null : after);
        return new Passages(root, RecordFates.of(fates, before, tree));
    }

    Passage root() {
        return root;
    }

    Reached at(Path path) {
        List<Passage> reached = root.ofNothing() ? List.of() : List.of(root);
        for (Step step : path.steps()) {
            List<Passage> next = new ArrayList<>();
            for (Passage passage : reached) {
                if (!step(passage, step, next)) {
                    return new Reached(List.of(), passage);
                }
            }
            reached = next;
        }
        return new Reached(reached, null);
    }

    /** All members and elements directly below, those that cannot be paired one by one. */
    List<Passage> children(Passage passage) {
        List<Passage> children = new ArrayList<>();
        members(passage, children);
        elements(passage, children);
        return children;
    }

    /** Returns whether it is clear what is meant. */
    private boolean step(Passage passage, Step step, List<Passage> into) {
        if (step instanceof Step.Member member) {
            return member(passage, member.name(), into);
        }
        if (step instanceof Step.Element element) {
            return chosen(passage, (index, value) -> index == element.index(), into);
        }
        if (step instanceof Step.Matching matching) {
            return chosen(passage, (index, value) -> Found.matches(value, matching.wanted()), into);
        }
        if (step instanceof Step.AnyMember) {
            members(passage, into);
        } else if (step instanceof Step.AnyElement) {
            elements(passage, into);
        }
        return true;
    }

    private static boolean member(Passage passage, String name, List<Passage> into) {
        Passage child = new Passage(member(passage.before(), name), member(passage.after(), name));
        if (!child.ofNothing()) {
            into.add(child);
        }
        return child.before() == null || child.after() != null || !mayBeRenamed(passage);
    }

    private static @Nullable Found member(@Nullable Found around, String name) {
        JsonNode value = around == null || !around.value().isObject()
                ? null
                : around.value().get(name);
        return around == null || value == null ? null : around.member(name, value);
    }

    /** Whether a member left by a name that did not come in. */
    private static boolean mayBeRenamed(Passage around) {
        Found before = around.before();
        Found after = around.after();
        return before != null
                && after != null
                && after.value().isObject()
                && after.value().properties().stream()
                        .anyMatch(one -> !before.value().has(one.getKey())
                                && after.member(one.getKey(), one.getValue())
                                        .spot()
                                        .named());
    }

    private static void members(Passage passage, List<Passage> into) {
        Found before = passage.before();
        Found after = passage.after();
        if (before != null && before.value().isObject()) {
            before.value()
                    .properties()
                    .forEach(one -> into.add(
                            new Passage(before.member(one.getKey(), one.getValue()), member(after, one.getKey()))));
        }
        if (after != null && after.value().isObject()) {
            after.value().properties().stream()
                    .filter(one -> member(before, one.getKey()) == null)
                    .forEach(one -> into.add(new Passage(null, after.member(one.getKey(), one.getValue()))));
        }
    }

    private void elements(Passage passage, List<Passage> into) {
        List<Found> before = listed(passage.before());
        List<Found> after = listed(passage.after());
        Optional<int[]> indices = indices(passage, before, after);
        for (int k = 0; k < before.size(); k++) {
            into.add(new Passage(before.get(k), indices.isEmpty() ? null : survivor(after, indices.get()[k])));
        }
        if (indices.isEmpty()) {
            after.forEach(one -> into.add(new Passage(null, one)));
        }
    }

    private boolean chosen(Passage passage, BiPredicate<Integer, JsonNode> wanted, List<Passage> into) {
        List<Found> before = listed(passage.before());
        List<Found> after = listed(passage.after());
        Optional<int[]> indices = indices(passage, before, after);
        for (int k = 0; k < before.size(); k++) {
            if (wanted.test(k, before.get(k).value())) {
                if (indices.isEmpty()) {
                    return false;
                }
                into.add(new Passage(before.get(k), survivor(after, indices.get()[k])));
            }
        }
        return !before.isEmpty() || after.isEmpty();
    }

    private Optional<int[]> indices(Passage passage, List<Found> before, List<Found> after) {
        if (after.isEmpty()) {
            return Optional.of(before.stream().mapToInt(one -> RecordFates.GONE).toArray());
        }
        Found list = passage.before();
        Found left = passage.after();
        return list == null || left == null || before.isEmpty() ? Optional.empty() : fates.indices(list, left);
    }

    private static @Nullable Found survivor(List<Found> after, int index) {
        return index == RecordFates.GONE ? null : after.get(index);
    }

    private static List<Found> listed(@Nullable Found found) {
        return found == null || !found.value().isArray() ? List.of() : found.children();
    }
}
