package dev.sluice.policy.field;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * One place of a catalog's tree. Where patterns overlap the tree is already resolved: each child stands for all patterns
 * that match there, and its pattern is the most specific one. A node of a {@code **} subtree is its own child.
 *
 * @param index its place in {@link FieldTree#nodes()}
 * @param pattern the catalog's own spelling, from the document's root; the only name a report may show
 * @param recordType the record type this node belongs to, or {@link FieldTree#NONE} outside any record
 * @param startsRecord the record type that begins at this node, or {@link FieldTree#NONE}
 * @param leadsToRecord whether a record begins below: such a container is always emitted
 * @param scalar whether a scalar that stands here is catalogued
 * @param name the node of the member's own name where names are data, or {@link FieldTree#NONE} where they are schema words
 * @param facts the fact slots of {@code recordType} that this place fills
 * @param nameFacts the fact slots that the member's name fills
 * @param members children by decoded member name
 * @param anyMember the child for every other member, or {@link FieldTree#NONE}
 * @param elements children by array index
 * @param anyElement the child for every other element, or {@link FieldTree#NONE}
 * @param selectors children for elements by what stands in them; never together with {@code elements} or {@code anyElement}
 */
public record FieldNode(
        int index,
        String pattern,
        int recordType,
        int startsRecord,
        boolean leadsToRecord,
        boolean scalar,
        int name,
        List<Integer> facts,
        List<Integer> nameFacts,
        Map<String, Integer> members,
        int anyMember,
        Map<Integer, Integer> elements,
        int anyElement,
        List<ElementSelector> selectors) {

    /** Ends the pattern of a member that policies add. */
    public static final String ADDED = " (added)";

    private static final Pattern BETWEEN_ADDED = Pattern.compile("(?<= \\(added\\)), ");

    public FieldNode {
        facts = List.copyOf(facts);
        nameFacts = List.copyOf(nameFacts);
        members = Map.copyOf(members);
        elements = Map.copyOf(elements);
        selectors = List.copyOf(selectors);
    }

    /** All children, whatever leads to them, its name's own node apart. A node of a {@code **} subtree is among its own. */
    public List<Integer> children() {
        List<Integer> children = new ArrayList<>(members.values());
        children.addAll(elements.values());
        selectors.forEach(selector -> children.add(selector.child()));
        if (anyMember != FieldTree.NONE) {
            children.add(anyMember);
        }
        if (anyElement != FieldTree.NONE) {
            children.add(anyElement);
        }
        return children;
    }

    /** The places that a pattern spells: several only of an added member, whose records begin in several. */
    public static List<String> places(String pattern) {
        return pattern.endsWith(ADDED) ? List.of(BETWEEN_ADDED.split(pattern)) : List.of(pattern);
    }
}
