package dev.sluice.policy.proof;

import dev.sluice.policy.compile.BundlePlans;
import dev.sluice.policy.compile.PlanView;
import dev.sluice.policy.model.Bundle;
import dev.sluice.policy.model.Catalog;
import dev.sluice.policy.model.FieldShape;
import dev.sluice.policy.model.Invariant;
import dev.sluice.policy.model.NameData;
import dev.sluice.policy.model.Named;
import dev.sluice.policy.model.Partner;
import dev.sluice.policy.model.Share;
import dev.sluice.policy.vocabulary.Categories;
import dev.sluice.policy.vocabulary.Purposes;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What an invariant speaks of: partners, purposes and places of catalogs. */
final class Meeting {

    private Meeting() {}

    static boolean binds(Invariant invariant, Partner partner, String purpose) {
        Invariant.Promise promise = invariant.promise();
        return BundlePlans.binds(promise.to(), partner)
                && (promise.purposes().isEmpty()
                        || promise.purposes().stream().anyMatch(one -> Purposes.related(one.name(), purpose)));
    }

    static boolean speaksOf(Invariant invariant, PlanView.FieldView field, PlanView view) {
        Invariant.Promise promise = invariant.promise();
        return (promise.of() == null || field.parts().contains(promise.of().name()))
                && (promise.subject() == null || promise.subject() == field.subject())
                && field.categories().stream()
                        .anyMatch(category ->
                                promise.categories().stream().anyMatch(one -> view.related(one.name(), category)));
    }

    /** Whether there is a partner with a purpose and a catalogued place that the invariant speaks of. */
    static boolean any(Bundle bundle, Invariant invariant) {
        boolean bound = bundle.partners().stream()
                .anyMatch(partner ->
                        partner.purposes().stream().anyMatch(purpose -> binds(invariant, partner, purpose.name())));
        Categories categories = bundle.vocabulary();
        return bound
                && Stream.concat(bundle.catalogs().stream().flatMap(Meeting::categories), derived(bundle))
                        .anyMatch(category -> invariant.promise().categories().stream()
                                .anyMatch(one -> categories.related(one.name(), category.name())));
    }

    /** Of the members that policies add. */
    private static Stream<Named> derived(Bundle bundle) {
        return bundle.policies().stream()
                .flatMap(policy -> policy.allShares().stream())
                .filter(Share.OfBirthDate.class::isInstance)
                .flatMap(share ->
                        Share.OfBirthDate.CATEGORIES.stream().map(category -> new Named(category, share.location())));
    }

    private static Stream<Named> categories(Catalog catalog) {
        Stream<FieldShape> fields = Stream.concat(
                catalog.document().fields().stream(),
                catalog.records().stream().flatMap(record -> record.fields().stream()));
        return Stream.of(
                        fields.flatMap(field -> Stream.concat(field.categories().stream(), name(field.name()))),
                        catalog.records().stream().flatMap(record -> name(record.name())),
                        catalog.records().stream()
                                .filter(record -> !record.customer().ids().isEmpty())
                                .map(record -> new Named("user.unique_id", record.location())))
                .flatMap(names -> names);
    }

    private static Stream<Named> name(@Nullable NameData name) {
        return name == null ? Stream.empty() : Stream.ofNullable(name.category());
    }
}
