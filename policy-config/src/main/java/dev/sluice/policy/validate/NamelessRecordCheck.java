package dev.sluice.policy.validate;

import dev.sluice.policy.diagnostic.Problems;
import dev.sluice.policy.model.Bundle;
import dev.sluice.policy.model.Catalog;
import dev.sluice.policy.model.Path.Step;
import dev.sluice.policy.model.Place;
import dev.sluice.policy.model.RecordShape;
import java.util.List;

/**
 * A record that is dropped leaves nothing behind (semantics B9): outside another record its place has no names after
 * the element
 * or member that repeats, or each dropped one would leave an empty container.
 */
final class NamelessRecordCheck implements BundleCheck {

    @Override
    public void check(Bundle bundle, Problems problems) {
        for (Catalog catalog : bundle.catalogs()) {
            for (RecordShape record : catalog.records()) {
                record.at().forEach(at -> check(at, catalog, problems));
            }
        }
    }

    private static void check(Place at, Catalog catalog, Problems problems) {
        List<Step> steps = at.path().steps();
        for (int i = 0; i + 1 < steps.size(); i++) {
            if (repeats(steps.get(i)) && !insideRecord(steps, catalog)) {
                problems.error(
                        "record-below-element",
                        at.location(),
                        "the record's place `" + at.path() + "` goes on after what repeats (expected: to end there)",
                        "let the record begin at the element itself, and give its fields longer paths");
                return;
            }
        }
    }

    private static boolean repeats(Step step) {
        return step instanceof Step.AnyElement || step instanceof Step.Matching || step instanceof Step.AnyMember;
    }

    /** Whether another record begins on the way, at the last thing that repeats or below it. */
    private static boolean insideRecord(List<Step> steps, Catalog catalog) {
        int last = 0;
        for (int i = 0; i + 1 < steps.size(); i++) {
            last = repeats(steps.get(i)) ? i + 1 : last;
        }
        int beginning = last;
        return catalog.records().stream()
                .flatMap(record -> record.at().stream())
                .map(at -> at.path().steps())
                .anyMatch(other -> other.size() < steps.size()
                        && other.size() <= beginning
                        && steps.subList(0, other.size()).equals(other));
    }
}
