package dev.sluice.gateway.scenario;

import dev.sluice.policy.field.ElementSelector;
import dev.sluice.policy.field.FieldNode;
import dev.sluice.policy.field.FieldTree;
import dev.sluice.policy.model.Path;
import dev.sluice.policy.model.Path.Step;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * Where a value stands in a document.
 *
 * @param path leads to it alone
 * @param pattern the same with no name and no text that the bundle does not spell: names may be data
 * @param node the catalog's, or {@link FieldTree#NONE} where it knows none
 */
record Spot(String path, String pattern, FieldTree tree, int node) {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]*");
    private static final String UNKNOWN = ".?";
    /** The list of several documents, which no catalog knows. */
    private static final int SEVERAL = -2;

    static Spot root(Document document, FieldTree tree) {
        return new Spot(
                "$", "$", tree, document.several() ? SEVERAL : tree.root().index());
    }

    /** A path that leads to nothing, as its author wrote it. */
    static Spot of(Path path, Document document, FieldTree tree) {
        Spot spot = root(document, tree);
        for (Step step : path.steps()) {
            spot = spot.step(step);
        }
        return new Spot(path.text(), spot.pattern, tree, spot.node);
    }

    Spot member(String name) {
        String spelled = spelled(name);
        String at = path + spelled;
        if (node < 0) {
            return unknown(at);
        }
        FieldNode around = tree.node(node);
        Integer known = around.members().get(name);
        if (known != null) {
            return new Spot(at, pattern + spelled, tree, known);
        }
        Optional<FieldNode> added = added(around, name);
        if (added.isPresent()) {
            return new Spot(at, pattern + spelled, tree, added.get().index());
        }
        return around.anyMember() == FieldTree.NONE ? unknown(at) : below(at, around.anyMember(), ".*");
    }

    /** @param value what stands there, which tells where elements are told apart by what is in them */
    Spot element(int index, JsonNode value) {
        String step = "[" + index + "]";
        return below(path + step, element(index, selector -> Found.matches(value, selector.wanted())), step);
    }

    private int element(int index, Predicate<ElementSelector> selected) {
        if (node == SEVERAL) {
            return tree.root().index();
        }
        if (node == FieldTree.NONE) {
            return FieldTree.NONE;
        }
        FieldNode around = tree.node(node);
        return around.selectors().stream()
                .filter(selected)
                .findFirst()
                .map(selector -> selector.child())
                .orElse(around.elements().getOrDefault(index, around.anyElement()));
    }

    private Spot step(Step step) {
        if (step instanceof Step.Member member) {
            return member(member.name());
        }
        if (step instanceof Step.AnyMember) {
            int any = node < 0 ? FieldTree.NONE : tree.node(node).anyMember();
            return below(path, any, ".*");
        }
        if (step instanceof Step.Element element) {
            return below(path, element(element.index(), selector -> false), "[" + element.index() + "]");
        }
        if (step instanceof Step.Matching matching) {
            return below(path, element(-1, selector -> selector.wanted().equals(matching.wanted())), "[*]");
        }
        return below(path, element(-1, selector -> false), "[*]");
    }

    private Spot below(String at, int child, String step) {
        if (child == node) {
            String whole = child == FieldTree.NONE ? pattern : tree.node(child).pattern();
            return new Spot(at, whole, tree, child);
        }
        return new Spot(at, pattern + step, tree, child);
    }

    private Spot unknown(String at) {
        return new Spot(at, pattern.endsWith(UNKNOWN) ? pattern : pattern + UNKNOWN, tree, FieldTree.NONE);
    }

    /** Whether its member's name is data. */
    boolean named() {
        return node >= 0 && tree.node(node).name() != FieldTree.NONE;
    }

    /** The member of this name that policies add to a record. */
    private Optional<FieldNode> added(FieldNode around, String name) {
        String wanted = around.pattern() + "." + name + FieldNode.ADDED;
        return tree.nodes().stream()
                .filter(one -> one.pattern().endsWith(FieldNode.ADDED))
                .filter(one -> FieldNode.places(one.pattern()).contains(wanted))
                .findFirst();
    }

    private static String spelled(String name) {
        return PLAIN.matcher(name).matches() ? "." + name : "['" + name + "']";
    }

    @Override
    public String toString() {
        return "Spot[" + pattern + "]";
    }
}
