package dev.sluice.gateway.scenario;

import dev.sluice.policy.field.FieldTree;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which elements of the input's lists left, and as which: told by the engine of records, and by the catalog's nodes of
 * what stands in one record. Where these do not settle it nothing is told.
 */
final class RecordFates {

    /** Of an element that stayed. */
    static final int GONE = -1;

    private final FieldTree tree;
    /** By the record's path in the input. */
    private final Map<String, Boolean> left = new HashMap<>();

    private RecordFates(FieldTree tree) {
        this.tree = tree;
    }

    /** What became of one record. @param node where it begins */
    record Fate(int node, boolean left) {}

    /** @param fates of all records of the input, in document order */
    static RecordFates of(List<Fate> fates, Found input, FieldTree tree) {
        RecordFates read = new RecordFates(tree);
        Iterator<Fate> next = fates.iterator();
        if (!read.assign(input, next) || next.hasNext()) {
            read.left.clear();
        }
        return read;
    }

    /** Returns whether the records stand where the engine has met them. */
    private boolean assign(Found place, Iterator<Fate> fates) {
        int node = place.spot().node();
        if (node >= 0 && tree.node(node).startsRecord() != FieldTree.NONE) {
            Fate fate = fates.hasNext() ? fates.next() : null;
            if (fate == null || fate.node() != node) {
                return false;
            }
            left.put(place.spot().path(), fate.left());
        }
        return place.children().stream().allMatch(child -> assign(child, fates));
    }

    /** For each element of a list its index in what left of it, or {@link #GONE}. Nothing if that is not known. */
    Optional<int[]> indices(Found before, Found after) {
        List<Found> elements = before.children();
        List<Found> survivors = after.children();
        int[] indices = new int[elements.size()];
        int next = 0;
        if (elements.size() == survivors.size()) {
            Arrays.setAll(indices, k -> k);
            return Optional.of(indices);
        }
        Set<Integer> nodes =
                survivors.stream().map(survivor -> survivor.spot().node()).collect(Collectors.toSet());
        for (int k = 0; k < indices.length; k++) {
            Boolean leaves = leaves(elements.get(k), nodes);
            if (leaves == null) {
                return Optional.empty();
            }
            indices[k] = leaves ? next++ : GONE;
        }
        return next == survivors.size() ? Optional.of(indices) : Optional.empty();
    }

    /** Null if it is not known. @param survivors the nodes of all elements that left */
    private @Nullable Boolean leaves(Found element, Set<Integer> survivors) {
        int node = element.spot().node();
        if (node >= 0 && tree.node(node).startsRecord() != FieldTree.NONE) {
            return left.get(element.spot().path());
        }
        return survivors.contains(FieldTree.NONE) ? null : survivors.contains(node);
    }
}
