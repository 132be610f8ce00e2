package dev.sluice.policy.evaluate;

import dev.sluice.policy.decision.KnownCustomer;
import dev.sluice.policy.field.Scalar;
import dev.sluice.policy.vocabulary.Languages;
import dev.sluice.policy.vocabulary.States;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;

/** What a person was drawn with, fact by fact, for tests that look for the cell in which a customer's value falls. */
public final class DrawnPerson {

    private final Person person;
    private final LocalDate day;

    /** @param day on which ages are counted */
    public DrawnPerson(Person person, LocalDate day) {
        this.person = person;
        this.day = day;
    }

    /** A scalar, which tells itself apart from others only. */
    public record Value(Attribute of) {

        public boolean is(Scalar other) {
            return of.same(Attribute.named(other));
        }

        /** Null where it is no number. */
        public BigDecimal number() {
            return of.number();
        }
    }

    /** The values of a fact, and whether these are all. */
    public record Held(List<Value> values, boolean all) {}

    /** Entries of one source. @param refusalsOnly whether a yes in it says nothing */
    public record Source(List<KnownCustomer.Entry> entries, boolean refusalsOnly) {}

    public boolean known() {
        return person.known;
    }

    /** A code; the empty text where it is garbled, null where there is none. */
    public String country() {
        return word(person.country, person.country < Person.KNOWN ? "" : CountryCode.text(person.country));
    }

    public String state() {
        return word(
                person.state, person.state < Person.KNOWN ? "" : States.codes().get(person.state - Person.KNOWN));
    }

    public String language() {
        return word(
                person.language,
                person.language < Person.KNOWN ? "" : Languages.codes().get(person.language - Person.KNOWN));
    }

    public boolean genderIs(String word) {
        return person.gender == Genders.of(word);
    }

    public boolean genderKnown() {
        return person.gender >= Person.KNOWN;
    }

    private static String word(int number, String known) {
        return number == Person.ABSENT ? null : known;
    }

    public boolean ageKnown() {
        return person.birth >= Person.KNOWN;
    }

    /** In whole years. */
    public int youngest() {
        return Period.between(LocalDate.ofEpochDay(person.birthTo), day).getYears();
    }

    public int oldest() {
        return Period.between(LocalDate.ofEpochDay(person.birthFrom), day).getYears();
    }

    /** Null where it is unknown. */
    public Value attribute(int index) {
        Attribute value = person.attributes[index];
        return value == null ? null : new Value(value);
    }

    /** Null where nothing is known of it. */
    public Held fact(int index) {
        FactValues values = person.facts[index];
        return values == null
                ? null
                : new Held(values.values().stream().map(Value::new).toList(), values.known());
    }

    public List<Source> consents() {
        List<Source> sources = new ArrayList<>();
        int last = -1;
        for (int k = 0; k < person.consents.size(); k++) {
            if (person.consents.source(k) != last) {
                sources.add(new Source(new ArrayList<>(), person.consents.refusalsOnly(k)));
            }
            last = person.consents.source(k);
            sources.get(sources.size() - 1).entries().add(person.consents.onRecord(k));
        }
        return sources;
    }
}
