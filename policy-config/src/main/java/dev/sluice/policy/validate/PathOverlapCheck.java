package dev.sluice.policy.validate;

import dev.sluice.policy.diagnostic.Problems;
import dev.sluice.policy.diagnostic.SourceLocation;
import dev.sluice.policy.model.Bundle;
import dev.sluice.policy.model.Catalog;
import dev.sluice.policy.model.FieldShape;
import dev.sluice.policy.model.Path.Step;
import dev.sluice.policy.model.Place;
import dev.sluice.policy.model.RecordShape;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One place has one meaning: no path stands twice, and the element patterns of one array are all filters or none. */
final class PathOverlapCheck implements BundleCheck {

    @Override
    public void check(Bundle bundle, Problems problems) {
        for (Catalog catalog : bundle.catalogs()) {
            duplicateRecords(catalog, problems);
            duplicateFields(catalog, problems);
            mixedElements(catalog, problems);
        }
    }

    private static void duplicateRecords(Catalog catalog, Problems problems) {
        Map<List<Step>, SourceLocation> seen = new HashMap<>();
        for (RecordShape record : catalog.records()) {
            for (Place at : record.at()) {
                report(
                        seen.putIfAbsent(at.path().steps(), at.location()),
                        at.path().text(),
                        at.location(),
                        problems);
            }
        }
    }

    private static void duplicateFields(Catalog catalog, Problems problems) {
        Map<List<Step>, SourceLocation> seen = new HashMap<>();
        Set<FieldShape> told = new HashSet<>();
        for (CatalogPath path : CatalogPath.of(catalog)) {
            FieldShape field = path.field();
            if (field != null) {
                SourceLocation first = seen.putIfAbsent(path.steps(), path.location());
                if (first != null && told.add(field)) {
                    report(first, path.text(), path.location(), problems);
                }
            }
        }
    }

    private static void report(
            @Nullable SourceLocation first, String path, SourceLocation location, Problems problems) {
        if (first != null) {
            problems.error(
                    "duplicate-path",
                    location,
                    "the path `" + path + "` means a place that has its meaning already",
                    "it has it at " + first + ": keep one");
        }
    }

    private static void mixedElements(Catalog catalog, Problems problems) {
        Map<List<Step>, CatalogPath> filtered = new HashMap<>();
        Map<List<Step>, CatalogPath> plain = new HashMap<>();
        for (CatalogPath path : CatalogPath.of(catalog)) {
            for (int i = 0; i < path.steps().size(); i++) {
                List<Step> array = path.steps().subList(0, i);
                Step step = path.steps().get(i);
                if (step instanceof Step.Matching) {
                    filtered.putIfAbsent(array, path);
                } else if (step instanceof Step.AnyElement || step instanceof Step.Element) {
                    plain.putIfAbsent(array, path);
                }
            }
        }
        filtered.forEach((array, path) -> {
            CatalogPath other = plain.get(array);
            if (other != null) {
                problems.error(
                        "mixed-elements",
                        path.location(),
                        "the path `" + path.text()
                                + "` selects elements by what stands in them, another of the same array"
                                + " does not (expected: all or none)",
                        "the other one is `" + other.text() + "` at " + other.location());
            }
        });
    }
}
