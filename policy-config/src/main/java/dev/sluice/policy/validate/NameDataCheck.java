package dev.sluice.policy.validate;

import dev.sluice.policy.diagnostic.Problems;
import dev.sluice.policy.diagnostic.SourceLocation;
import dev.sluice.policy.model.Bundle;
import dev.sluice.policy.model.Catalog;
import dev.sluice.policy.model.FieldShape;
import dev.sluice.policy.model.Path.Step;
import dev.sluice.policy.model.Place;
import dev.sluice.policy.model.RecordShape;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Where names are data the catalog says what they are (semantics B11): a {@code .*} that leads to a field has its {@code
 * name}.
 */
final class NameDataCheck implements BundleCheck {

    @Override
    public void check(Bundle bundle, Problems problems) {
        for (Catalog catalog : bundle.catalogs()) {
            Set<List<Step>> named = named(catalog);
            Set<FieldShape> told = new HashSet<>();
            for (CatalogPath path : CatalogPath.of(catalog)) {
                FieldShape field = path.field();
                if (field == null || told.contains(field)) {
                    continue;
                }
                if (field.name() != null && !path.endsIn(Step.AnyMember.class)) {
                    told.add(field);
                    notData(path.text(), path.location(), problems);
                }
                if (!allNamed(path.steps(), path.start(), named)) {
                    told.add(field);
                    unnamed(path.text(), path.location(), problems);
                }
            }
            catalog.records().forEach(record -> record(record, named, problems));
        }
    }

    private static Set<List<Step>> named(Catalog catalog) {
        Set<List<Step>> named = new HashSet<>();
        for (CatalogPath path : CatalogPath.of(catalog)) {
            FieldShape field = path.field();
            if (field != null && field.name() != null) {
                named.add(path.steps());
            }
        }
        catalog.records().stream()
                .filter(record -> record.name() != null)
                .flatMap(record -> record.at().stream())
                .forEach(at -> named.add(at.path().steps()));
        return named;
    }

    private static void record(RecordShape record, Set<List<Step>> named, Problems problems) {
        boolean anyData = false;
        for (Place at : record.at()) {
            List<Step> steps = at.path().steps();
            anyData |= !steps.isEmpty() && steps.get(steps.size() - 1) instanceof Step.AnyMember;
            if (!allNamed(steps, 0, named)) {
                unnamed(at.path().text(), at.location(), problems);
            }
        }
        if (record.name() != null && !anyData && !record.at().isEmpty()) {
            notData(record.at().get(0).path().text(), record.location(), problems);
        }
    }

    private static boolean allNamed(List<Step> steps, int start, Set<List<Step>> named) {
        for (int i = start; i < steps.size(); i++) {
            if (steps.get(i) instanceof Step.AnyMember && !named.contains(steps.subList(0, i + 1))) {
                return false;
            }
        }
        return true;
    }

    private static void unnamed(String path, SourceLocation location, Problems problems) {
        problems.error(
                "name-missing",
                location,
                "the path `" + path + "` passes names that are data, and nothing says what they are (expected: `name`)",
                "say `name:` at the path that ends in this `.*`: a category, or `not_personal` with a `why`");
    }

    private static void notData(String path, SourceLocation location, Problems problems) {
        problems.error(
                "name-not-data",
                location,
                "`name` stands at `" + path
                        + "`, whose name the catalog spells (expected: at a path that ends in `.*`)",
                null);
    }
}
