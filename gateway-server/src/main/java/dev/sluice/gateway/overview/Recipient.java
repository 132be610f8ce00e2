package dev.sluice.gateway.overview;

import dev.sluice.policy.compile.BundlePlans;
import dev.sluice.policy.decision.RuleMap;
import dev.sluice.policy.decision.RuleMap.Place;
import dev.sluice.policy.model.Bundle;
import dev.sluice.policy.model.Named;
import dev.sluice.policy.model.Partner;
import dev.sluice.policy.proof.Prospects;
import dev.sluice.policy.proof.Prospects.Prospect;
import dev.sluice.policy.repository.ReadyBundle;
import dev.sluice.policy.world.Worlds;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A partner with one of its purposes, and which rules speak of what for it.
 *
 * @param catalogs by the catalog's id
 */
record Recipient(Partner partner, String purpose, Map<String, Documents> catalogs) {

    Recipient {
        catalogs = Map.copyOf(catalogs);
    }

    /** Those of one catalog: what the rules say of its places, and what can become of these. */
    record Documents(RuleMap map, Prospects prospects) {

        /** Nothing where that is not known. */
        Optional<Prospect> prospect(Place place) {
            return prospects.at(place.node());
        }
    }

    /** All of a bundle, in the order of its partners. @param now from when on it is asked what can become of places */
    static List<Recipient> all(ReadyBundle ready, Instant now) {
        Bundle bundle = ready.loaded().model();
        Worlds.Memory memory = new Worlds.Memory();
        List<Recipient> recipients = new ArrayList<>();
        for (Partner partner : bundle.partners()) {
            for (Named purpose : partner.purposes()) {
                Map<String, Documents> catalogs = new LinkedHashMap<>();
                bundle.catalogs().forEach(catalog -> {
                    String id = catalog.id().name();
                    catalogs.put(id, documents(ready, partner, purpose.name(), id, now, memory));
                });
                recipients.add(new Recipient(partner, purpose.name(), catalogs));
            }
        }
        return recipients;
    }

    private static Documents documents(
            ReadyBundle ready, Partner partner, String purpose, String catalog, Instant now, Worlds.Memory memory) {
        BundlePlans plans = ready.plans();
        return new Documents(
                ready.decisions().rules(partner.id().name(), purpose, catalog),
                Prospects.of(plans.detailed(partner, purpose, catalog), now, memory));
    }

    /** {@code mailwerk}, its purpose where it has several, and whether it gets nothing for now. */
    String title() {
        String id = partner.id().name();
        String title = partner.purposes().size() == 1 ? id : id + " for " + purpose;
        return partner.status() == Partner.Status.SUSPENDED ? title + " (suspended)" : title;
    }
}
