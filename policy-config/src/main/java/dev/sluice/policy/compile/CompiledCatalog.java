package dev.sluice.policy.compile;

import dev.sluice.policy.evaluate.RecordLayout;
import dev.sluice.policy.field.FieldTree;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A catalog ready for plans: its tree and what each node means.
 *
 * @param meanings by node
 * @param layouts by record type
 * @param consentPlaces all places of all record types that say what was agreed to
 * @param attributes the names of all attributes
 * @param namespaces how many kinds of id there are, the shop's own first
 */
record CompiledCatalog(
        FieldTree tree,
        List<NodeMeaning> meanings,
        List<RecordLayout> layouts,
        List<ConsentPlace> consentPlaces,
        List<String> attributes,
        int namespaces) {

    CompiledCatalog {
        meanings = List.copyOf(meanings);
        layouts = List.copyOf(layouts);
        consentPlaces = List.copyOf(consentPlaces);
        attributes = List.copyOf(attributes);
    }

    /** @param channel null for all */
    record ConsentPlace(String purpose, @Nullable String channel) {}
}
