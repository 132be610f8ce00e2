package dev.sluice.policy.compile;

import dev.sluice.policy.compile.CompiledCatalog.Derived;
import dev.sluice.policy.diagnostic.SourceLocation;
import dev.sluice.policy.field.FieldNode;
import dev.sluice.policy.field.FieldTree;
import dev.sluice.policy.model.Catalog;
import dev.sluice.policy.model.Path;
import dev.sluice.policy.model.Path.Step;
import dev.sluice.policy.model.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.stream.Collectors;

/**
 * The places of members that policies add to records. Each has a node of its own behind those of the tree, to which no
 * document leads, so that rules and reports speak of it as of any other; and a fact slot that tells whether a document
 * has a member of that name.
 */
final class DerivedNodes {

    private final List<Added> all = new ArrayList<>();

    private record Added(int recordType, String name, String pattern, int presence) {}

    DerivedNodes(Catalog catalog, SortedSet<String> names, LayoutCompiler layouts) {
        for (int type = 0; type < catalog.records().size(); type++) {
            List<Place> at = catalog.records().get(type).at();
            if (at.isEmpty()) {
                continue;
            }
            SourceLocation location = at.get(0).location();
            List<String> starts =
                    at.stream().map(place -> place.path().toString()).toList();
            for (String name : names) {
                Path path = new Path(false, List.of(new Step.Member(name)), name);
                int presence = layouts.slots(type).slot(new Place(path, false, location));
                all.add(new Added(type, name, pattern(starts, name), presence));
            }
        }
    }

    /** All places where it can stand: a record of one kind may begin in several. */
    private static String pattern(List<String> starts, String name) {
        return starts.stream()
                .map(start -> start + "." + name + FieldNode.ADDED)
                .collect(Collectors.joining(", "));
    }

    /** @param tree the nodes that documents lead to */
    List<FieldNode> nodes(List<FieldNode> tree) {
        List<FieldNode> nodes = new ArrayList<>(tree);
        for (Added one : all) {
            nodes.add(new FieldNode(
                    nodes.size(),
                    one.pattern(),
                    one.recordType(),
                    FieldTree.NONE,
                    false,
                    true,
                    FieldTree.NONE,
                    List.of(),
                    List.of(),
                    Map.of(),
                    FieldTree.NONE,
                    Map.of(),
                    FieldTree.NONE,
                    List.of()));
        }
        return nodes;
    }

    List<NodeMeaning> meanings(List<NodeMeaning> tree) {
        List<NodeMeaning> meanings = new ArrayList<>(tree);
        all.forEach(one -> meanings.add(NodeMeaning.derived(one.name())));
        return meanings;
    }

    /** @param first the number of the first node behind the tree */
    List<Derived> places(int first) {
        List<Derived> places = new ArrayList<>();
        for (Added one : all) {
            places.add(new Derived(one.recordType(), one.name(), one.presence(), first + places.size()));
        }
        return places;
    }
}
