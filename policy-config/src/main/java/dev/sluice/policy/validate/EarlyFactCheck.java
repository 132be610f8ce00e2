package dev.sluice.policy.validate;

import dev.sluice.policy.diagnostic.Problems;
import dev.sluice.policy.model.Bundle;
import dev.sluice.policy.model.Catalog;
import dev.sluice.policy.model.FactShape;
import dev.sluice.policy.model.Path.Step;
import dev.sluice.policy.model.Place;
import java.util.List;

/**
 * A record is decided from what stood before it (semantics B12), so no fact of the document may come from an array
 * that the records
 * themselves stand in: half of it would still be to come.
 */
final class EarlyFactCheck implements BundleCheck {

    @Override
    public void check(Bundle bundle, Problems problems) {
        for (Catalog catalog : bundle.catalogs()) {
            for (FactShape fact : catalog.document().facts()) {
                fact.at().stream()
                        .filter(place -> late(place, catalog))
                        .forEach(place -> problems.error(
                                "late-fact",
                                place.location(),
                                "the fact `" + fact.name() + "` would not be complete when a record is decided: `"
                                        + place.path() + "` goes through an array that holds records",
                                "take it from before the records, or make it a fact of the record"));
            }
        }
    }

    private static boolean late(Place place, Catalog catalog) {
        List<Step> steps = place.path().steps();
        for (int k = 0; k < steps.size(); k++) {
            Step step = steps.get(k);
            boolean several = !(step instanceof Step.Member) && !(step instanceof Step.Element);
            List<Step> container = steps.subList(0, k);
            if (several && holdsRecords(container, catalog)) {
                return true;
            }
        }
        return false;
    }

    private static boolean holdsRecords(List<Step> container, Catalog catalog) {
        return catalog.records().stream()
                .flatMap(record -> record.at().stream())
                .map(at -> at.path().steps())
                .anyMatch(at -> at.size() > container.size() && meet(container, at));
    }

    /** Whether both may lead to one place, as far as the first goes. */
    private static boolean meet(List<Step> container, List<Step> record) {
        for (int k = 0; k < container.size(); k++) {
            boolean names = container.get(k) instanceof Step.Member && record.get(k) instanceof Step.Member;
            boolean indexes = container.get(k) instanceof Step.Element && record.get(k) instanceof Step.Element;
            if ((names || indexes) && !container.get(k).equals(record.get(k))) {
                return false;
            }
        }
        return true;
    }
}
