package dev.sluice.policy.compile;

import dev.sluice.policy.compile.Pattern.Target;
import dev.sluice.policy.diagnostic.Problems;
import dev.sluice.policy.field.ElementSelector;
import dev.sluice.policy.field.FieldNode;
import dev.sluice.policy.field.FieldTree;
import dev.sluice.policy.model.FieldShape;
import dev.sluice.policy.model.NameData;
import dev.sluice.policy.model.Named;
import dev.sluice.policy.model.Subject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The subset construction: walks all patterns at once, so that each node stands for every pattern that leads to its
 * place, and
 * the most specific of them says what stands there.
 */
final class TreeBuilder {

    private static final int NONE = FieldTree.NONE;

    private final List<Pattern> patterns;
    private final PatternChecks checks;
    private final List<@Nullable FieldNode> nodes = new ArrayList<>();
    private final List<@Nullable NodeMeaning> meanings = new ArrayList<>();

    TreeBuilder(List<Pattern> patterns, Problems problems) {
        this.patterns = patterns;
        this.checks = new PatternChecks(problems);
    }

    /**
     * Where a node stands.
     *
     * @param recordType the record around it
     * @param text its place as the catalog spells it
     * @param parts the parts around it
     * @param names the nodes of the names on the way
     * @param selecting the members that select the array element which this node is
     * @param selected the element that this node selects and leaves with
     */
    private record Place(
            int depth,
            int recordType,
            String text,
            Set<String> parts,
            List<Integer> names,
            boolean anyMember,
            Set<String> selecting,
            int selected) {}

    /** What all children of one node have in common. */
    private record Parent(int index, Place place, Reached reached) {

        Place child(String step, boolean anyMember, Set<String> selecting) {
            boolean subtree = place.text().endsWith(".**");
            return new Place(
                    place.depth() + 1,
                    place.recordType(),
                    subtree ? place.text() : place.text() + step,
                    place.parts(),
                    place.names(),
                    anyMember,
                    selecting,
                    NONE);
        }
    }

    void build() {
        build(Reached.root(patterns), new Place(0, NONE, "$", Set.of(), List.of(), false, Set.of(), NONE));
    }

    List<FieldNode> nodes() {
        List<FieldNode> all = new ArrayList<>();
        nodes.forEach(node -> all.add(Objects.requireNonNull(node)));
        return all;
    }

    List<NodeMeaning> meanings() {
        List<NodeMeaning> all = new ArrayList<>();
        meanings.forEach(meaning -> all.add(Objects.requireNonNull(meaning)));
        return all;
    }

    private int build(Reached arrived, Place around) {
        int index = reserve();
        int starts = checks.start(arrived, around.recordType(), around.text());
        int recordType = starts == NONE ? around.recordType() : starts;
        Reached reached = starts == NONE ? arrived : checks.inside(arrived, starts);
        List<Pattern> ends = reached.ends();
        Set<String> parts = new TreeSet<>(starts == NONE ? around.parts() : Set.of());
        ends.forEach(end -> {
            if (end.target() instanceof Target.Part part) {
                parts.add(part.name());
            }
        });
        List<Integer> names = new ArrayList<>(starts == NONE ? around.names() : List.of());
        int name = around.anyMember() ? name(reached, around, recordType, parts, names) : NONE;
        if (name != NONE) {
            names.add(name);
        }
        Place place = new Place(
                around.depth(), recordType, around.text(), parts, names, false, around.selecting(), around.selected());
        Pattern field = checks.winner(fields(reached), place.text());
        boolean handle = ends.stream().anyMatch(end -> end.target().equals(new Target.Handle(false)));
        NodeMeaning meaning = new NodeMeaning(
                field == null ? List.of() : categories(field),
                field == null ? Subject.CUSTOMER : shape(field).subject(),
                parts,
                false,
                field != null && field.subtree(),
                handle,
                names,
                field == null ? around.selected() : NONE,
                null);
        meanings.set(index, meaning);
        nodes.set(index, node(new Parent(index, place, reached), starts, name, meaning));
        return index;
    }

    private FieldNode node(Parent parent, int starts, int name, NodeMeaning meaning) {
        Reached reached = parent.reached();
        boolean loops = loops(parent, starts, name);
        Map<String, Integer> members = new HashMap<>();
        Set<String> spelled = new TreeSet<>(reached.names());
        spelled.addAll(parent.place().selecting());
        for (String member : spelled) {
            Place child = parent.child(step(member), false, Set.of());
            boolean selects = parent.place().selecting().contains(member);
            members.put(member, build(reached.member(member), selects ? selecting(child, parent.index()) : child));
        }
        int anyMember = loops ? parent.index() : any(reached.anyMember(), parent.child(".*", true, Set.of()), parent);
        Elements elements = reached.filters().isEmpty() ? counted(parent, loops) : filtered(parent);
        Set<Integer> children = new HashSet<>(members.values());
        children.addAll(elements.children());
        children.add(anyMember);
        return new FieldNode(
                parent.index(),
                parent.place().text(),
                parent.place().recordType(),
                starts,
                children.stream().anyMatch(child -> child != parent.index() && leads(child)),
                !meaning.categories().isEmpty() || meaning.handle() || meaning.leavesWith() != NONE,
                name,
                facts(reached, false),
                facts(reached, true),
                members,
                anyMember,
                elements.byIndex(),
                elements.any(),
                elements.selectors());
    }

    /** What stands in an array: children by index and one for the rest, or children by what stands in them. */
    private record Elements(Map<Integer, Integer> byIndex, int any, List<ElementSelector> selectors) {

        Set<Integer> children() {
            Set<Integer> children = new HashSet<>(byIndex.values());
            children.add(any);
            selectors.forEach(selector -> children.add(selector.child()));
            return children;
        }
    }

    private Elements counted(Parent parent, boolean loops) {
        Reached reached = parent.reached();
        Map<Integer, Integer> byIndex = new HashMap<>();
        for (int element : reached.indexes()) {
            byIndex.put(element, build(reached.element(element), parent.child("[" + element + "]", false, Set.of())));
        }
        int any = loops ? parent.index() : any(reached.anyElement(), parent.child("[*]", false, Set.of()), parent);
        return new Elements(byIndex, any, List.of());
    }

    private Elements filtered(Parent parent) {
        Reached reached = parent.reached();
        checks.onlyFilters(reached, parent.place().text());
        List<ElementSelector> selectors = new ArrayList<>();
        reached.filters()
                .forEach((text, filter) -> selectors.add(new ElementSelector(
                        filter.wanted(),
                        build(
                                reached.selected(filter),
                                parent.child(text, false, filter.wanted().keySet())))));
        return new Elements(Map.of(), NONE, selectors);
    }

    /** The child for whatever no other pattern spells, if there is one. */
    private int any(Reached reached, Place child, Parent parent) {
        if (reached.isEmpty()) {
            return NONE;
        }
        Place place = reached.onlySubtrees() && !child.text().endsWith(".**")
                ? new Place(
                        child.depth(),
                        child.recordType(),
                        parent.place().text() + ".**",
                        child.parts(),
                        child.names(),
                        child.anyMember(),
                        child.selecting(),
                        child.selected())
                : child;
        return build(reached, place);
    }

    /** Whether a node is its own child: all that leads here are subtrees, and they say nothing else. */
    private static boolean loops(Parent parent, int starts, int name) {
        return starts == NONE
                && name == NONE
                && !parent.reached().isEmpty()
                && parent.reached().onlySubtrees()
                && parent.place().text().endsWith(".**")
                && parent.place().selecting().isEmpty()
                && parent.place().selected() == NONE;
    }

    private static Place selecting(Place child, int element) {
        return new Place(
                child.depth(),
                child.recordType(),
                child.text(),
                child.parts(),
                child.names(),
                false,
                Set.of(),
                element);
    }

    /** The node of the member's name, or none if the name says nothing personal and nothing is to be written there. */
    private int name(Reached reached, Place around, int recordType, Set<String> parts, List<Integer> names) {
        NameData data = checks.nameData(reached, around.depth(), around.text());
        Named category = data == null ? null : data.category();
        boolean handle = reached.ends().stream().anyMatch(end -> end.target().equals(new Target.Handle(true)));
        if (category == null && !handle) {
            return NONE;
        }
        int index = reserve();
        List<String> categories = category == null ? List.of() : List.of(category.name());
        meanings.set(
                index, new NodeMeaning(categories, Subject.CUSTOMER, parts, true, false, handle, names, NONE, null));
        nodes.set(
                index,
                new FieldNode(
                        index,
                        around.text() + " (name)",
                        recordType,
                        NONE,
                        false,
                        true,
                        NONE,
                        List.of(),
                        List.of(),
                        Map.of(),
                        NONE,
                        Map.of(),
                        NONE,
                        List.of()));
        return index;
    }

    private boolean leads(int child) {
        FieldNode node = child == NONE ? null : nodes.get(child);
        return node != null && (node.startsRecord() != NONE || node.leadsToRecord());
    }

    private int reserve() {
        nodes.add(null);
        meanings.add(null);
        return nodes.size() - 1;
    }

    private static List<Pattern> fields(Reached reached) {
        return reached.ends().stream()
                .filter(end -> !end.subtree() || reached.subtreeCoversScalar())
                .filter(end -> end.target() instanceof Target.Field field
                        && !field.shape().categories().isEmpty())
                .toList();
    }

    private static FieldShape shape(Pattern field) {
        return ((Target.Field) field.target()).shape();
    }

    private static List<String> categories(Pattern field) {
        return shape(field).categories().stream().map(Named::name).distinct().toList();
    }

    private static List<Integer> facts(Reached reached, boolean ofName) {
        return reached.ends().stream()
                .map(Pattern::target)
                .filter(target -> target instanceof Target.Fact fact && fact.ofName() == ofName)
                .map(target -> ((Target.Fact) target).slot())
                .collect(Collectors.toCollection(TreeSet::new))
                .stream()
                .toList();
    }

    private static String step(String member) {
        boolean plain = !member.isEmpty()
                && member.chars().allMatch(c -> c < 0x80 && (Character.isLetterOrDigit(c) || c == '_' || c == '-'));
        return plain ? "." + member : "['" + member + "']";
    }
}
