package dev.sluice.policy.validate;

import dev.sluice.policy.model.Bundle;
import dev.sluice.policy.model.Catalog;
import dev.sluice.policy.model.FieldShape;
import dev.sluice.policy.model.Policy;
import dev.sluice.policy.model.Share;
import java.util.List;
import java.util.stream.Stream;

/** Gathers what a policy shares and from which fields. */
final class Grants {

    private Grants() {}

    /** The policy's own shares and those of its rules. */
    static List<Share> shares(Policy policy) {
        return Stream.concat(policy.shares().stream(), policy.rules().stream().flatMap(rule -> rule.shares().stream()))
                .toList();
    }

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
