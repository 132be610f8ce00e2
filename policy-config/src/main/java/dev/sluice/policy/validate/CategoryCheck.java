package dev.sluice.policy.validate;

import dev.sluice.policy.diagnostic.Problems;
import dev.sluice.policy.model.Bundle;
import dev.sluice.policy.model.Catalog;
import dev.sluice.policy.model.FieldShape;
import dev.sluice.policy.model.Forbid;
import dev.sluice.policy.model.NameData;
import dev.sluice.policy.model.Named;
import dev.sluice.policy.model.Policy;
import dev.sluice.policy.model.Protect;
import dev.sluice.policy.model.RecordShape;
import dev.sluice.policy.model.Share;
import dev.sluice.policy.vocabulary.Categories;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Every category is a known one. */
record CategoryCheck(Categories categories) implements BundleCheck {

    private static final String HELP = "categories are those of fideslang; declare an own one by `kind: Category`";

    @Override
    public void check(Bundle bundle, Problems problems) {
        Words words = Words.of("category", categories.names());
        Stream.of(
                        bundle.invariants().stream().flatMap(one -> one.promise().categories().stream()),
                        bundle.catalogs().stream().flatMap(CategoryCheck::ofCatalog),
                        bundle.policies().stream().flatMap(CategoryCheck::ofPolicy),
                        bundle.forbids().stream().flatMap(forbid -> forbid.forbid().categories().stream()))
                .<Named>flatMap(categories -> categories)
                .forEach(category -> words.check(category, problems, HELP));
    }

    private static Stream<Named> ofCatalog(Catalog catalog) {
        Stream<FieldShape> fields = Stream.concat(catalog.document().fields().stream(), Grants.recordFields(catalog));
        Stream<Named> ofFields =
                fields.flatMap(field -> Stream.concat(field.categories().stream(), ofName(field.name())));
        Stream<Named> ofRecords =
                catalog.records().stream().map(RecordShape::name).flatMap(CategoryCheck::ofName);
        return Stream.concat(ofFields, ofRecords);
    }

    private static Stream<Named> ofName(@Nullable NameData name) {
        return name == null ? Stream.empty() : Stream.ofNullable(name.category());
    }

    private static Stream<Named> ofPolicy(Policy policy) {
        return Stream.of(
                        policy.rowNeeds().stream(),
                        policy.document().stream(),
                        policy.allShares().stream()
                                .map(share -> share instanceof Share.OfCategory named ? named.category() : null)
                                .filter(Objects::nonNull),
                        policy.protects().stream().map(Protect::category),
                        policy.forbids().stream().map(Forbid::categories).flatMap(List::stream))
                .flatMap(names -> names);
    }
}
