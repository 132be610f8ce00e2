package dev.sluice.gateway.shadow;

import dev.sluice.policy.field.FieldNode;
import dev.sluice.policy.field.FieldTree;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which record type, which fact and which place of one catalog is which of another: those that stand at the same
 * patterns.
 */
final class TreeMatch {

    private final boolean same;
    private final int[] types;
    private final int[] fromTypes;
    private final int[][] slots;
    private final Map<String, Integer> nodes = new HashMap<>();
    private final List<String> unread = new ArrayList<>();

    /** @param from the catalog that the documents are read by @param to the catalog that the other decision is made by */
    TreeMatch(FieldTree from, FieldTree to) {
        this.same = from.equals(to);
        this.types = new int[from.recordTypes()];
        this.fromTypes = new int[to.recordTypes()];
        Arrays.fill(fromTypes, FieldTree.NONE);
        for (int type = 0; type < types.length; type++) {
            types[type] = same ? type : counterpart(starts(from, type), to);
            if (types[type] != FieldTree.NONE) {
                fromTypes[types[type]] = type;
            }
        }
        this.slots = new int[to.recordTypes() + 1][];
        for (int type = 0; type < to.recordTypes(); type++) {
            slots[type] = slots(from, fromTypes[type], to, type);
        }
        slots[to.recordTypes()] = slots(from, FieldTree.NONE, to, FieldTree.NONE);
        for (FieldNode node : to.nodes()) {
            nodes.putIfAbsent(node.recordType() + " " + node.pattern(), node.index());
        }
    }

    /** Whether documents can be decided by the other catalog as they are. */
    boolean same() {
        return same;
    }

    /** The other catalog's record type, or {@link FieldTree#NONE} if it has none there. */
    int type(int type) {
        return type == FieldTree.NONE ? FieldTree.NONE : types[type];
    }

    /** The slot that the documents are read into, by the other catalog's, or {@link FieldTree#NONE}. */
    int slot(int otherType, int otherSlot) {
        return slots[otherType == FieldTree.NONE ? slots.length - 1 : otherType][otherSlot];
    }

    /** The other catalog's node at the same place, or {@link FieldTree#NONE}. */
    int node(FieldNode node) {
        if (same) {
            return node.index();
        }
        return nodes.getOrDefault(type(node.recordType()) + " " + node.pattern(), FieldTree.NONE);
    }

    /** The places of facts that the other catalog reads and this one does not. */
    List<String> unread() {
        return unread;
    }

    private static int counterpart(Set<String> starts, FieldTree to) {
        for (int type = 0; type < to.recordTypes(); type++) {
            if (starts(to, type).equals(starts)) {
                return type;
            }
        }
        return FieldTree.NONE;
    }

    private static Set<String> starts(FieldTree tree, int type) {
        Set<String> starts = new TreeSet<>();
        tree.nodes().stream().filter(node -> node.startsRecord() == type).forEach(node -> starts.add(node.pattern()));
        return starts;
    }

    private int[] slots(FieldTree from, int fromType, FieldTree to, int toType) {
        int[] result = new int[to.slots(toType)];
        Map<Set<String>, Integer> byPlace = new HashMap<>();
        if (fromType != FieldTree.NONE || toType == FieldTree.NONE) {
            for (int slot = 0; slot < from.slots(fromType); slot++) {
                byPlace.put(places(from, fromType, slot), slot);
            }
        }
        for (int slot = 0; slot < result.length; slot++) {
            Set<String> places = same ? Set.of() : places(to, toType, slot);
            result[slot] = same ? slot : byPlace.getOrDefault(places, FieldTree.NONE);
            if (result[slot] == FieldTree.NONE) {
                unread.addAll(places);
            }
        }
        return result;
    }

    private static Set<String> places(FieldTree tree, int type, int slot) {
        Set<String> places = new TreeSet<>();
        for (FieldNode node : tree.nodes()) {
            if (node.recordType() == type && node.facts().contains(slot)) {
                places.add(node.pattern());
            }
            if (node.recordType() == type && node.nameFacts().contains(slot)) {
                places.add(node.pattern() + " (name)");
            }
        }
        return places;
    }
}
