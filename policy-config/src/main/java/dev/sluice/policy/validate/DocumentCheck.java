package dev.sluice.policy.validate;

import dev.sluice.policy.diagnostic.Problems;
import dev.sluice.policy.model.Bundle;
import dev.sluice.policy.model.Catalog;
import dev.sluice.policy.model.FieldShape;
import dev.sluice.policy.model.Named;
import dev.sluice.policy.model.Path.Step;
import dev.sluice.policy.model.Policy;
import dev.sluice.policy.vocabulary.Categories;
import java.util.List;
import java.util.stream.Stream;

/** Outside records stands nothing personal (semantics B9), and nothing that belongs to a record. */
record DocumentCheck(Categories categories) implements BundleCheck {

    @Override
    public void check(Bundle bundle, Problems problems) {
        for (Catalog catalog : bundle.catalogs()) {
            catalog.document().fields().stream()
                    .flatMap(DocumentCheck::categories)
                    .forEach(category -> personal(category, "under `document`", problems));
            inRecords(catalog, problems);
        }
        for (Policy policy : bundle.policies()) {
            policy.document().forEach(category -> personal(category, "in a policy's `document`", problems));
        }
    }

    private static Stream<Named> categories(FieldShape field) {
        Stream<Named> ofName = field.name() == null
                ? Stream.empty()
                : Stream.ofNullable(field.name().category());
        return Stream.concat(field.categories().stream(), ofName);
    }

    private void personal(Named category, String where, Problems problems) {
        if (categories.known(category.name()) && categories.personal(category.name())) {
            problems.error(
                    "personal-in-document",
                    category.location(),
                    "the personal category `" + category + "` stands " + where
                            + " (expected: what says nothing of a person, such as `system.operations`)",
                    "what is somebody's belongs in that person's record");
        }
    }

    private static void inRecords(Catalog catalog, Problems problems) {
        List<List<Step>> records = catalog.records().stream()
                .flatMap(record -> record.at().stream())
                .map(at -> at.path().steps())
                .toList();
        CatalogPath.document(catalog.document())
                .filter(path -> records.stream().anyMatch(path::startsWith))
                .forEach(path -> problems.error(
                        "document-in-record",
                        path.location(),
                        "the path `" + path.text() + "` leads into a record (expected: a place outside records)",
                        "move it to the `fields` or `facts` of that record"));
    }
}
