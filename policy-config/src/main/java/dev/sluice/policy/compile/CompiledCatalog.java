package dev.sluice.policy.compile;

import dev.sluice.policy.evaluate.RecordLayout;
import dev.sluice.policy.field.FieldTree;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A catalog ready for plans: its tree and what each node means.
 *
 * @param meanings by node
 * @param layouts by record type
 * @param consentPlaces all places of all record types that say what was agreed to
 * @param attributes the names of all attributes
 * @param facts the facts of all records and the document
 * @param namespaces how many kinds of id there are, the shop's own first
 * @param derived the members that policies add
 */
record CompiledCatalog(
        FieldTree tree,
        List<NodeMeaning> meanings,
        List<RecordLayout> layouts,
        List<ConsentPlace> consentPlaces,
        List<String> attributes,
        List<FactName> facts,
        int namespaces,
        List<Derived> derived) {

    CompiledCatalog {
        derived = List.copyOf(derived);
        meanings = List.copyOf(meanings);
        layouts = List.copyOf(layouts);
        consentPlaces = List.copyOf(consentPlaces);
        attributes = List.copyOf(attributes);
        facts = List.copyOf(facts);
    }

    /** One node for each kind of place: rules meet alike on all of a kind. */
    List<Integer> kinds() {
        Set<NodeMeaning.Kind> seen = new HashSet<>();
        return IntStream.range(0, tree.size())
                .filter(node -> seen.add(meanings.get(node).kind(inRecord(node))))
                .boxed()
                .toList();
    }

    boolean inRecord(int node) {
        return tree.node(node).recordType() != FieldTree.NONE;
    }

    /**
     * A member that policies add to records of one type.
     *
     * @param presence the fact slot of a member of that name
     * @param node its node in the tree, to which no document leads
     */
    record Derived(int recordType, String name, int presence, int node) {}

    /** A fact by its name. @param number whether it is read as a number */
    record FactName(String name, boolean number) {}

    /**
     * A place that says what was agreed to.
     *
     * @param channel null for all
     * @param partner null for all of the role
     * @param role null for all
     * @param byGuardian whether a yes there is the word of a guardian
     */
    record ConsentPlace(
            String purpose,
            @Nullable String channel,
            @Nullable String partner,
            @Nullable String role,
            boolean byGuardian) {}
}
