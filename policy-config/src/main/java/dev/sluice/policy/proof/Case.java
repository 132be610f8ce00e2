package dev.sluice.policy.proof;

import dev.sluice.policy.compile.BundlePlans;
import dev.sluice.policy.compile.PlanOutline;
import dev.sluice.policy.compile.PlanView;
import dev.sluice.policy.model.Catalog;
import dev.sluice.policy.model.Partner;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One partner, purpose and catalog.
 *
 * @param view the same one for those that are alike
 * @param shadow whether rules in shadow count as live
 */
record Case(Partner partner, String purpose, PlanView view, boolean shadow) {

    /** Everything that a partner may ask of a bundle. */
    static List<Case> all(BundlePlans plans) {
        List<Case> cases = new ArrayList<>();
        Map<Object, PlanView> views = new HashMap<>();
        for (Partner partner : plans.bundle().partners()) {
            for (String purpose : BundlePlans.purposes(partner)) {
                for (Catalog catalog : plans.bundle().catalogs()) {
                    PlanOutline live =
                            plans.outline(partner, purpose, catalog.id().name(), false);
                    cases.add(of(partner, purpose, catalog, live, false, views));
                    if (live.shadowed()) {
                        PlanOutline shadow =
                                plans.outline(partner, purpose, catalog.id().name(), true);
                        cases.add(of(partner, purpose, catalog, shadow, true, views));
                    }
                }
            }
        }
        return cases;
    }

    private static Case of(
            Partner partner,
            String purpose,
            Catalog catalog,
            PlanOutline outline,
            boolean shadow,
            Map<Object, PlanView> views) {
        Object like = List.of(outline.likeness(), purpose, catalog.id().name(), shadow);
        return new Case(partner, purpose, views.computeIfAbsent(like, key -> outline.view()), shadow);
    }
}
