package dev.sluice.policy.validate;

import dev.sluice.policy.diagnostic.Problems;
import dev.sluice.policy.model.Bundle;
import dev.sluice.policy.model.Catalog;
import dev.sluice.policy.model.FieldShape;
import dev.sluice.policy.model.Path;
import dev.sluice.policy.model.Path.Step;
import dev.sluice.policy.model.Place;
import dev.sluice.policy.model.RecordShape;
import java.util.List;

/** Paths stand where they make sense: records from the root, the rest from their record, subtrees for fields only. */
final class PathKindCheck implements BundleCheck {

    private static final String CODE = "misplaced-path";

    @Override
    public void check(Bundle bundle, Problems problems) {
        for (Catalog catalog : bundle.catalogs()) {
            for (RecordShape record : catalog.records()) {
                record.at().forEach(at -> recordPlace(at, problems));
                record.fields().forEach(field -> field(field, problems));
                CatalogPath.places(record).forEach(place -> place(place, record, problems));
            }
            catalog.document().facts().stream()
                    .flatMap(fact -> fact.at().stream())
                    .forEach(place -> {
                        scalar(place, problems);
                        if (place.ofName() && !endsInAnyMember(place.path())) {
                            nameOf(place, problems);
                        }
                    });
        }
    }

    private static void recordPlace(Place at, Problems problems) {
        if (!at.path().absolute()) {
            problems.error(
                    CODE,
                    at.location(),
                    "the record's place `" + at.path() + "` does not begin at the root (expected: `$`)",
                    "write `$." + at.path() + "`");
        }
        scalar(at, problems);
    }

    private static void field(FieldShape field, Problems problems) {
        if (field.path().absolute()) {
            problems.error(
                    CODE,
                    field.location(),
                    "the field's path `" + field.path() + "` begins at the root (expected: a path from its record)",
                    null);
        }
    }

    private static void place(Place place, RecordShape record, Problems problems) {
        scalar(place, problems);
        if (!place.ofName() && place.path().absolute()) {
            problems.error(
                    CODE,
                    place.location(),
                    "the path `" + place.path() + "` begins at the root (expected: a path from its record)",
                    null);
        }
        if (place.ofName()
                && !(endsInAnyMember(place.path()) && (!place.path().absolute() || isRecord(place, record)))) {
            nameOf(place, problems);
        }
    }

    private static void nameOf(Place place, Problems problems) {
        problems.error(
                CODE,
                place.location(),
                "`name_of` is `" + place.path()
                        + "` (expected: a path that ends in `.*`, from the record or as in its `at`)",
                null);
    }

    private static boolean isRecord(Place place, RecordShape record) {
        return record.at().stream()
                .anyMatch(at -> at.path().steps().equals(place.path().steps()));
    }

    private static boolean endsInAnyMember(Path path) {
        List<Step> steps = path.steps();
        return !steps.isEmpty() && steps.get(steps.size() - 1) instanceof Step.AnyMember;
    }

    private static void scalar(Place place, Problems problems) {
        List<Step> steps = place.path().steps();
        if (!steps.isEmpty() && steps.get(steps.size() - 1) instanceof Step.Subtree) {
            problems.error(
                    CODE,
                    place.location(),
                    "the path `" + place.path() + "` means a whole subtree (expected: one place)",
                    "only fields end in `**`");
        }
    }
}
