package dev.sluice.gateway.bundle;

import dev.sluice.gateway.config.RouteConfig;
import dev.sluice.policy.diagnostic.NearestName;
import dev.sluice.policy.diagnostic.Problems;
import dev.sluice.policy.model.Bundle;
import dev.sluice.policy.model.Partner;
import dev.sluice.policy.yaml.YamlScalar;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Finds what a route names and the bundle does not know. */
final class RouteCheck {

    private final Map<String, Partner> partners = new TreeMap<>();
    private final List<String> catalogs;
    private final Problems problems;

    RouteCheck(Bundle bundle, Problems problems) {
        bundle.partners().forEach(partner -> partners.put(partner.id().name(), partner));
        this.catalogs =
                bundle.catalogs().stream().map(catalog -> catalog.id().name()).toList();
        this.problems = problems;
    }

    void check(RouteConfig route) {
        YamlScalar catalog = route.catalog();
        if (!catalogs.contains(catalog.text())) {
            unknown("catalog", catalog, catalogs);
        }
        for (YamlScalar id : route.partners()) {
            Partner partner = partners.get(id.text());
            if (partner == null) {
                unknown("partner", id, List.copyOf(partners.keySet()));
            } else {
                checkPurpose(route, partner);
            }
        }
    }

    private void checkPurpose(RouteConfig route, Partner partner) {
        YamlScalar purpose = route.purpose();
        if (purpose == null) {
            return;
        }
        List<String> own = partner.purposes().stream().map(Object::toString).toList();
        if (!own.contains(purpose.text())) {
            problems.error(
                    "purpose-not-of-partner",
                    purpose.location(),
                    "`" + purpose.text() + "` is no purpose of the partner `" + partner.id() + "`",
                    NearestName.help(purpose.text(), own, "its purposes are `" + String.join("`, `", own) + "`"));
        }
    }

    private void unknown(String kind, YamlScalar name, List<String> known) {
        problems.error(
                "unknown-" + kind,
                name.location(),
                "unknown " + kind + " `" + name.text() + "`",
                NearestName.help(name.text(), known, "the bundle has `" + String.join("`, `", known) + "`"));
    }
}
