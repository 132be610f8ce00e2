package dev.sluice.gateway.json;

import dev.sluice.policy.field.FieldNode;
import dev.sluice.policy.field.FieldPlan;
import dev.sluice.policy.field.FieldTree;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes the places that an engine walks, as it comes to them. Names that no catalog knows are learned too, so that they are
 * predicted, but only so many, and none where names are data.
 */
final class Slots {

    private static final int MOST_LEARNED = 4096;
    private static final int MOST_LEARNED_IN_ONE = 256;
    private static final byte[] NO_NAME = new byte[0];

    private final FieldPlan plan;
    private final int always;
    private final boolean[] factsBelow;
    private final Slot lost;
    private final Slot[] probes;
    private final Map<Integer, List<Slot>> selected = new HashMap<>();
    private final List<Slot> unclassified = new ArrayList<>();
    private int learned;
    private boolean watching;

    /** @param always the class of containers that lead to a record */
    Slots(FieldPlan plan, int always) {
        this.plan = plan;
        this.always = always;
        this.factsBelow = new boolean[plan.tree().size()];
        markFacts(0);
        this.lost = ghost(Slot.GHOST, NO_NAME, 0);
        this.lost.anchor = ghost(Slot.GHOST, NO_NAME, 0);
        this.lost.element = lost;
        this.lost.any = lost;
        this.probes = new Slot[plan.tree().size()];
        Arrays.fill(probes, Slot.NOWHERE);
    }

    Slot root() {
        return catalogued(plan.tree().root(), Slot.GHOST, NO_NAME, 0);
    }

    /** What is walked only to be checked: nothing below it is learned, noted or kept. */
    Slot lost() {
        return lost;
    }

    /** Moves what was counted at places that no catalog knows to the tally, and begins anew. */
    void settle(DisclosureTally tally) {
        for (Slot slot : unclassified) {
            if (slot.occurrences > 0) {
                tally.countUnclassified(slot.parent, slot.occurrences);
                slot.met += slot.occurrences;
                slot.occurrences = 0;
            }
        }
    }

    /** Makes the names that no catalog knows of interest. */
    void watch() {
        watching = true;
        unclassified.forEach(Slot::watch);
    }

    /** Tells how often each name stood that no catalog knows, since it was told last. */
    void tell(UnknownNames.Counter counter) {
        for (Slot slot : unclassified) {
            if (slot.met > 0 && slot.name().length > 0) {
                counter.count(slot.parent, slot.name(), slot.met);
            }
            slot.met = 0;
            if (slot.watched()) {
                slot.holders().forget();
            }
        }
    }

    boolean factsBelow(int node) {
        return factsBelow[node];
    }

    /** The start of the chain of predictions in an object. */
    Slot anchor(Slot object) {
        Slot anchor = object.anchor;
        if (anchor == null) {
            anchor = ghost(Slot.GHOST, NO_NAME, 0);
            object.anchor = anchor;
            if (object.node != Slot.GHOST) {
                addWords(object);
            }
        }
        return anchor;
    }

    private void addWords(Slot object) {
        FieldNode node = plan.tree().node(object.node);
        for (Map.Entry<String, Integer> member : node.members().entrySet()) {
            byte[] name = member.getKey().getBytes(StandardCharsets.UTF_8);
            object.add(catalogued(plan.tree().node(member.getValue()), node.index(), name, Slot.WORD));
        }
    }

    /** The place of a member that the object does not know yet. */
    Slot unknownMember(Slot object, byte[] b, int from, int to, boolean verbatim) {
        if (object.node != Slot.GHOST) {
            int anyMember = plan.tree().node(object.node).anyMember();
            if (anyMember != FieldTree.NONE) {
                return anyMember(object, anyMember);
            }
        }
        if (object == lost || learned >= MOST_LEARNED || object.memberCount() >= MOST_LEARNED_IN_ONE || !verbatim) {
            return unlearned(object);
        }
        learned++;
        Slot member = ghost(object.node, Arrays.copyOfRange(b, from, to), unclassifiedIn(object));
        object.add(member);
        return member;
    }

    private static int unclassifiedIn(Slot around) {
        return around.node == Slot.GHOST ? 0 : Slot.UNCLASSIFIED;
    }

    private Slot anyMember(Slot object, int node) {
        Slot any = object.any;
        if (any == null) {
            FieldNode child = plan.tree().node(node);
            any = node == object.node ? object : catalogued(child, object.node, NO_NAME, 0);
            object.any = any;
        }
        return any;
    }

    private Slot unlearned(Slot object) {
        if (object.node == Slot.GHOST) {
            return lost;
        }
        Slot any = object.any;
        if (any == null) {
            any = ghost(object.node, NO_NAME, Slot.UNCLASSIFIED);
            any.anchor = lost.anchor;
            any.any = lost;
            any.element = lost;
            object.any = any;
        }
        return any;
    }

    /** The place of the next element of an array that is open. */
    Slot elementOf(Slot array, Frame frame) {
        if ((array.flags & (Slot.SELECTING | Slot.INDEXED)) == 0) {
            return element(array);
        }
        return (array.flags & Slot.SELECTING) != 0 ? probed(array) : elementAt(array, frame.index++);
    }

    /** The place of an element of an array whose elements are all alike, or of one that no index names. */
    Slot element(Slot array) {
        Slot element = array.element;
        if (element == null) {
            element = newElement(array);
            array.element = element;
        }
        return element;
    }

    private Slot newElement(Slot array) {
        if (array.node == Slot.GHOST) {
            return ghost(Slot.GHOST, NO_NAME, 0);
        }
        int any = plan.tree().node(array.node).anyElement();
        if (any == FieldTree.NONE) {
            return ghost(array.node, NO_NAME, Slot.UNCLASSIFIED);
        }
        return any == array.node ? array : catalogued(plan.tree().node(any), array.node, NO_NAME, 0);
    }

    /** The place of an element that an index names. */
    Slot elementAt(Slot array, int index) {
        Integer child = plan.tree().node(array.node).elements().get(index);
        if (child == null) {
            return element(array);
        }
        byte[] name = Integer.toString(index).getBytes(StandardCharsets.US_ASCII);
        Slot known = indexed(array).member(name, 0, name.length);
        if (known == null) {
            known = catalogued(plan.tree().node(child), array.node, name, 0);
            indexed(array).add(known);
        }
        return known;
    }

    private Slot indexed(Slot array) {
        Slot table = array.any;
        if (table == null) {
            table = ghost(Slot.GHOST, NO_NAME, 0);
            array.any = table;
        }
        return table;
    }

    /** The place that an element of a selecting array has while it is not known which selector it meets. */
    Slot probed(Slot array) {
        Slot probed = probes[array.node];
        if (probed == Slot.NOWHERE) {
            probed = new Slot(
                    Slot.GHOST, array.node, FieldPlan.NEVER, FieldPlan.NEVER, Slot.PROBED | Slot.OBJECT, NO_NAME);
            probed.anchor = ghost(Slot.GHOST, NO_NAME, 0);
            for (String name : selectingNames(array)) {
                byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
                probed.add(new Slot(Slot.GHOST, array.node, FieldPlan.NEVER, FieldPlan.NEVER, Slot.PROBE, bytes));
            }
            probes[array.node] = probed;
        }
        return probed;
    }

    List<String> selectingNames(Slot array) {
        return plan.tree().node(array.node).selectors().stream()
                .flatMap(selector -> selector.wanted().keySet().stream())
                .distinct()
                .sorted()
                .toList();
    }

    /** The places of elements by selector, in the catalog's order. */
    List<Slot> selected(Slot array) {
        return selected.computeIfAbsent(
                array.node,
                node -> plan.tree().node(node).selectors().stream()
                        .map(selector -> catalogued(plan.tree().node(selector.child()), node, NO_NAME, 0))
                        .toList());
    }

    /** What a container of the wrong kind is walked as. */
    Slot ghostOf(Slot slot) {
        if (slot.node == Slot.GHOST) {
            return slot;
        }
        Slot ghost = slot.ghost;
        if (ghost == null) {
            ghost = ghost(Slot.GHOST, NO_NAME, 0);
            slot.ghost = ghost;
        }
        return ghost;
    }

    private Slot ghost(int parent, byte[] name, int flags) {
        int both = Slot.OBJECT | Slot.ARRAY;
        Slot ghost = new Slot(Slot.GHOST, parent, FieldPlan.NEVER, FieldPlan.NEVER, flags | both, name);
        if ((flags & Slot.UNCLASSIFIED) != 0) {
            unclassified.add(ghost);
            if (watching) {
                ghost.watch();
            }
        }
        return ghost;
    }

    private Slot catalogued(FieldNode node, int parent, byte[] name, int flags) {
        int valueClass = node.scalar() ? plan.valueClass(node.index()) : FieldPlan.NEVER;
        int containerClass = node.leadsToRecord() ? always : plan.containerClass(node.index());
        return new Slot(node.index(), parent, valueClass, containerClass, flags | flags(node, valueClass), name);
    }

    private int flags(FieldNode node, int valueClass) {
        boolean object = !node.members().isEmpty() || node.anyMember() != FieldTree.NONE;
        boolean array = node.anyElement() != FieldTree.NONE
                || !node.elements().isEmpty()
                || !node.selectors().isEmpty();
        return flag(!node.facts().isEmpty() || !node.nameFacts().isEmpty(), Slot.FACT)
                | flag(node.startsRecord() != FieldTree.NONE, Slot.RECORD)
                | flag(node.name() != FieldTree.NONE, Slot.NAMED)
                | flag(!node.selectors().isEmpty(), Slot.SELECTING)
                | flag(!node.elements().isEmpty(), Slot.INDEXED)
                | flag(factsBelow[node.index()], Slot.FACTS_BELOW)
                | flag(plan.changing(valueClass), Slot.CHANGING)
                | flag(object, Slot.OBJECT)
                | flag(array, Slot.ARRAY);
    }

    private static int flag(boolean set, int flag) {
        return set ? flag : 0;
    }

    private boolean markFacts(int index) {
        FieldNode node = plan.tree().node(index);
        boolean below = false;
        for (int child : node.children()) {
            if (child != index) {
                below |= markFacts(child) | !plan.tree().node(child).facts().isEmpty();
            }
        }
        factsBelow[index] = below;
        return below;
    }
}
