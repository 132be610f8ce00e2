package dev.sluice.policy.validate;

import dev.sluice.policy.model.Bundle;
import dev.sluice.policy.model.Catalog;
import dev.sluice.policy.model.FieldShape;
import dev.sluice.policy.model.Policy;
import java.util.List;
import java.util.stream.Stream;

/** Gathers from which fields a policy shares. */
final class Grants {

    private Grants() {}

    static List<Catalog> catalogs(Bundle bundle, Policy policy) {
        return bundle.catalogs().stream()
                .filter(catalog -> policy.catalogs().stream()
                        .anyMatch(name -> name.name().equals(catalog.id().name())))
                .toList();
    }

    static Stream<FieldShape> recordFields(Catalog catalog) {
        return catalog.records().stream().flatMap(record -> record.fields().stream());
    }
}
