package dev.sluice.policy.validate;

import dev.sluice.policy.diagnostic.SourceLocation;
import dev.sluice.policy.model.Catalog;
import dev.sluice.policy.model.CustomerShape;
import dev.sluice.policy.model.DocumentShape;
import dev.sluice.policy.model.FactShape;
import dev.sluice.policy.model.FieldShape;
import dev.sluice.policy.model.Path;
import dev.sluice.policy.model.Path.Step;
import dev.sluice.policy.model.Place;
import dev.sluice.policy.model.RecordShape;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One path of a catalog, from the document's root.
 *
 * @param start how many of the steps lead to its record; 0 outside records
 * @param field the field it classifies, or null for the place of a record, fact or part
 */
record CatalogPath(
        List<Step> steps, int start, String text, @Nullable FieldShape field, SourceLocation location) {

    /** Every path of a catalog; those of a record once for each place where such a record begins. */
    static List<CatalogPath> of(Catalog catalog) {
        List<CatalogPath> paths = new ArrayList<>();
        for (RecordShape record : catalog.records()) {
            for (Place at : record.at()) {
                paths.add(new CatalogPath(at.path().steps(), 0, at.path().text(), null, at.location()));
                record.fields().forEach(field -> paths.add(below(at, field.path(), field, field.location())));
                places(record).forEach(place -> paths.add(below(at, place.path(), null, place.location())));
            }
        }
        document(catalog.document()).forEach(paths::add);
        return paths;
    }

    private static CatalogPath below(Place at, Path path, @Nullable FieldShape field, SourceLocation location) {
        List<Step> steps = path.absolute()
                ? path.steps()
                : Stream.concat(at.path().steps().stream(), path.steps().stream())
                        .toList();
        return new CatalogPath(steps, at.path().steps().size(), path.text(), field, location);
    }

    static Stream<CatalogPath> document(DocumentShape document) {
        return Stream.concat(
                document.fields().stream()
                        .map(field -> new CatalogPath(
                                field.path().steps(), 0, field.path().text(), field, field.location())),
                document.facts().stream()
                        .flatMap(fact -> fact.at().stream())
                        .map(place -> new CatalogPath(
                                place.path().steps(), 0, place.path().text(), null, place.location())));
    }

    /** Where a record's facts, consents and parts stand. */
    static Stream<Place> places(RecordShape record) {
        CustomerShape customer = record.customer();
        return Stream.of(
                        facts(customer),
                        record.facts().stream().map(FactShape::at).flatMap(List::stream),
                        record.parts().stream().flatMap(part -> part.at().stream()))
                .flatMap(places -> places);
    }

    /** Where a record's customer stands. */
    private static Stream<Place> facts(CustomerShape customer) {
        CustomerShape.GenderShape gender = customer.gender();
        CustomerShape.BirthDateShape birthDate = customer.birthDate();
        return Stream.of(
                        customer.ids().stream().map(CustomerShape.IdPlace::place),
                        customer.country().stream(),
                        customer.state().stream(),
                        gender == null ? Stream.<Place>empty() : gender.at().stream(),
                        birthDate == null ? Stream.<Place>empty() : birthDate.at().stream(),
                        customer.language().stream(),
                        customer.attributes().values().stream().flatMap(List::stream),
                        customer.consents().stream().map(consent -> consent.at()))
                .flatMap(places -> places);
    }

    boolean startsWith(List<Step> beginning) {
        return steps.size() >= beginning.size()
                && steps.subList(0, beginning.size()).equals(beginning);
    }

    boolean endsIn(Class<? extends Step> kind) {
        return !steps.isEmpty() && kind.isInstance(steps.get(steps.size() - 1));
    }
}
