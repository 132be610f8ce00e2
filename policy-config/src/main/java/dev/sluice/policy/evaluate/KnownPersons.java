package dev.sluice.policy.evaluate;

import dev.sluice.policy.decision.KnownCustomer;
import dev.sluice.policy.decision.KnownCustomers;
import dev.sluice.policy.field.Scalar;
import dev.sluice.policy.vocabulary.Countries;
import dev.sluice.policy.vocabulary.Languages;
import dev.sluice.policy.vocabulary.States;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Adds what is on record of a record's customer to what the record says (semantics B9, B12): each customer found
 * is a source of consents; a fact that the document lacks comes from there, one that differs is unknown. Ids that
 * lead to different customers leave every fact unknown.
 */
final class KnownPersons {

    private static final BirthDates DATES = new BirthDates(null);

    private final KnownCustomers known;
    private final List<String> attributes;

    /** @param attributes the names of the catalog's attributes */
    KnownPersons(KnownCustomers known, List<String> attributes) {
        this.known = known;
        this.attributes = List.copyOf(attributes);
    }

    /** Whether ids must be spelled out, to be looked up. */
    boolean asks() {
        return known != KnownCustomers.NOBODY;
    }

    void addTo(Person person) {
        if (!asks() || !person.known || person.unusable) {
            return;
        }
        Set<KnownCustomer> found = new LinkedHashSet<>();
        for (String id : person.allIds) {
            int end = id.indexOf('\0');
            KnownCustomer customer =
                    end < 0 ? known.find(null, id) : known.find(id.substring(0, end), id.substring(end + 1));
            if (customer != null) {
                found.add(customer);
            }
        }
        for (KnownCustomer customer : found) {
            person.consents.openRecord();
            customer.consents().forEach(person.consents::record);
        }
        if (found.size() == 1) {
            PersonGroups.addFacts(person, sketch(person, found.iterator().next()));
            person.settleResidence();
        } else if (!found.isEmpty()) {
            forget(person);
        }
    }

    private static void forget(Person person) {
        person.country = Person.UNKNOWN;
        person.state = Person.UNKNOWN;
        person.language = Person.UNKNOWN;
        person.gender = Person.UNKNOWN;
        person.birth = Person.UNKNOWN;
        Arrays.fill(person.attributes, Attribute.UNKNOWN);
    }

    private Person sketch(Person of, KnownCustomer customer) {
        Person sketch = new Person(of.moment, of.ids.length, of.attributes.length, of.facts.length);
        sketch.clear();
        Map<String, String> facts = customer.facts();
        String country = facts.get("country");
        if (country != null) {
            String code = Countries.alpha2(country);
            sketch.country = code == null ? Person.UNKNOWN : CountryCode.of(code);
        }
        String state = facts.get("state");
        if (state != null) {
            String code = sketch.country < Person.KNOWN
                    ? States.code(state)
                    : States.code(CountryCode.text(sketch.country), state);
            sketch.state = code == null ? Person.UNKNOWN : Person.KNOWN + States.number(code);
        }
        String language = facts.get("language");
        if (language != null) {
            String code = Languages.primary(language);
            sketch.language = code == null ? Person.UNKNOWN : ResidenceReader.language(code);
        }
        String gender = facts.get("gender");
        if (gender != null) {
            sketch.gender = Genders.of(gender.toLowerCase(Locale.ROOT));
        }
        birth(facts.get("birth_date"), sketch);
        for (int k = 0; k < sketch.attributes.length; k++) {
            Scalar value = customer.attributes().get(attributes.get(k));
            sketch.attributes[k] = value == null ? null : Attribute.of(value);
        }
        return sketch;
    }

    private static void birth(@Nullable String date, Person sketch) {
        if (date == null) {
            return;
        }
        long interval = DATES.read(date);
        int from = BirthDates.from(interval);
        int to = BirthDates.to(interval);
        boolean usable = interval != BirthDates.NONE && sketch.moment.plausible(from, to);
        sketch.birth = usable ? Person.KNOWN : Person.UNKNOWN;
        sketch.birthFrom = usable ? from : 0;
        sketch.birthTo = usable ? to : 0;
    }
}
