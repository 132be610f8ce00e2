package dev.sluice.policy.compare;

import dev.sluice.policy.diagnostic.Listing;
import dev.sluice.policy.model.Catalog;
import dev.sluice.policy.model.ConsentShape;
import dev.sluice.policy.model.CustomerShape;
import dev.sluice.policy.model.CustomerShape.BirthDateShape;
import dev.sluice.policy.model.CustomerShape.GenderShape;
import dev.sluice.policy.model.FactShape;
import dev.sluice.policy.model.FactValue;
import dev.sluice.policy.model.Place;
import dev.sluice.policy.model.RecordShape;
import dev.sluice.policy.world.Fact;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** From where one kind of record knows its facts, as texts that are equal where the same document tells the same. */
final class Readings {

    private final Catalog catalog;
    private final RecordShape record;
    private final CustomerShape customer;

    Readings(Catalog catalog, int recordType) {
        this.catalog = catalog;
        this.record = catalog.records().get(recordType);
        this.customer = record.customer();
    }

    String of(Fact fact) {
        return switch (fact.kind()) {
            case KNOWN -> ids();
            case COUNTRY -> places(customer.country());
            case STATE -> places(customer.state()) + places(customer.country());
            case LANGUAGE -> places(customer.language());
            case AGE -> birth(customer.birthDate());
            case GENDER -> gender(customer.gender());
            case ATTRIBUTE -> places(customer.attributes().getOrDefault(fact.name(), List.of()));
            case RECORD_FACT -> facts(fact.name());
            case CONSENT ->
                customer.consents().stream().map(Readings::consent).toList().toString();
            case CALLER_ROLES, DAY -> "";
        };
    }

    /** Where the customer's id stands, and which values name nobody. */
    String ids() {
        String ids = customer.ids().stream()
                .map(id -> "`" + place(id.place()) + "`" + (id.namespace() == null ? "" : " (" + id.namespace() + ")"))
                .collect(Collectors.joining(" or "));
        return customer.noneIf().isEmpty() ? ids : ids + " but for " + Listing.and(noneIf());
    }

    /** As JSON spells them: {@code "0"} is not {@code 0}. */
    private List<String> noneIf() {
        return customer.noneIf().stream()
                .map(value ->
                        value.kind() == FactValue.Kind.STRING ? "`\"" + value.text() + "\"`" : "`" + value.text() + "`")
                .toList();
    }

    private String facts(String name) {
        return Stream.concat(record.facts().stream(), catalog.document().facts().stream())
                .filter(fact -> fact.name().name().equals(name))
                .map(Readings::fact)
                .toList()
                .toString();
    }

    private static String fact(FactShape fact) {
        return places(fact.at()) + fact.many() + fact.type();
    }

    private static String birth(@Nullable BirthDateShape birth) {
        return birth == null ? "" : places(birth.at()) + (birth.format() == null ? "" : " as " + birth.format());
    }

    private static String gender(@Nullable GenderShape gender) {
        return gender == null ? "" : places(gender.at()) + new TreeMap<>(gender.values());
    }

    private static String consent(ConsentShape consent) {
        ConsentShape.Grant grant = consent.grant();
        return String.join(
                " ",
                consent.adapter().name(),
                place(consent.at()),
                consent.given().toString(),
                consent.purpose().name(),
                Objects.toString(consent.channel()),
                Objects.toString(consent.scope().partner()),
                Objects.toString(consent.scope().role()),
                String.valueOf(grant.doubleOptIn()),
                String.valueOf(grant.byGuardian()),
                Objects.toString(grant.wording()),
                place(grant.wordingAt()),
                place(grant.timeAt()),
                place(grant.expiresAt()),
                String.valueOf(consent.recordOnly()));
    }

    private static String places(List<Place> places) {
        return places.stream().map(one -> "`" + place(one) + "`").collect(Collectors.joining(" or "));
    }

    private static String place(@Nullable Place place) {
        return place == null ? "-" : place.path() + (place.ofName() ? " (name)" : "");
    }
}
