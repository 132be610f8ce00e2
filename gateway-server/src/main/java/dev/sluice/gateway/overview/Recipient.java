package dev.sluice.gateway.overview;

import dev.sluice.policy.decision.DecisionPoint;
import dev.sluice.policy.decision.RuleMap;
import dev.sluice.policy.model.Bundle;
import dev.sluice.policy.model.Named;
import dev.sluice.policy.model.Partner;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A partner with one of its purposes, and which rules speak of what for it.
 *
 * @param catalogs by the catalog's id
 */
record Recipient(Partner partner, String purpose, Map<String, RuleMap> catalogs) {

    Recipient {
        catalogs = Map.copyOf(catalogs);
    }

    /** All of a bundle, in the order of its partners. */
    static List<Recipient> all(Bundle bundle, DecisionPoint decisions) {
        List<Recipient> recipients = new ArrayList<>();
        for (Partner partner : bundle.partners()) {
            for (Named purpose : partner.purposes()) {
                Map<String, RuleMap> catalogs = new LinkedHashMap<>();
                bundle.catalogs()
                        .forEach(catalog -> catalogs.put(
                                catalog.id().name(),
                                decisions.rules(
                                        partner.id().name(),
                                        purpose.name(),
                                        catalog.id().name())));
                recipients.add(new Recipient(partner, purpose.name(), catalogs));
            }
        }
        return recipients;
    }

    /** {@code mailwerk}, and its purpose where it has several. */
    String title() {
        String id = partner.id().name();
        return partner.purposes().size() == 1 ? id : id + " for " + purpose;
    }
}
