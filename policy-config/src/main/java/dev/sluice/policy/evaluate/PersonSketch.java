package dev.sluice.policy.evaluate;

import dev.sluice.policy.decision.AskedPerson;
import dev.sluice.policy.field.Scalar;
import dev.sluice.policy.vocabulary.States;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A customer that could be, drawn from a few facts; of all others nothing is on record. The gates of a plan decide
 * it as they decide
 * a real one.
 */
public final class PersonSketch {

    /** Far from a birthday, so that an age is the same all over the world. */
    private static final int DAYS_SINCE_BIRTHDAY = 180;

    private final Person person;
    private final boolean moves;

    /** @param moment may be shared by sketches of one thread */
    public PersonSketch(CompiledPlan plan, Moment moment) {
        this.person = new Person(
                moment,
                plan.namespaces(),
                plan.needs().attributes().length,
                plan.needs().facts().length);
        person.clear();
        this.moves = false;
    }

    /**
     * Who was asked about, all of whom stays as it is but for what is drawn; who moves to another country leaves the
     * state behind.
     *
     * @param roles of who asks; null for the same
     * @param takenBack what they no longer say against consents
     */
    public PersonSketch(AskedPerson known, @Nullable Set<String> roles, Set<Objection> takenBack) {
        Person own = (Person) known;
        Moment moment = roles == null ? own.moment : own.moment.askedIn(roles);
        this.person = own.at(moment);
        if (!takenBack.isEmpty()) {
            person.consents.clear();
            person.consents.take(own.consents, entry -> !takenBack.contains(Objection.of(own, entry)));
        }
        this.moves = true;
    }

    /** The record says who its customer is. */
    public void known() {
        person.known = true;
    }

    /** The birth date on record leaves open which of these ages they have. */
    public void age(int youngest, int oldest) {
        person.birth = Person.KNOWN;
        person.birthTo = person.moment.birthday(youngest) - DAYS_SINCE_BIRTHDAY;
        person.birthFrom = person.moment.birthday(oldest) - DAYS_SINCE_BIRTHDAY;
    }

    /** @param code ISO 3166-1 alpha-2, in capitals; null for one that is on record and cannot be used */
    public void country(@Nullable String code) {
        person.country = code == null ? Person.UNKNOWN : CountryCode.of(code);
        if (moves && person.state >= Person.KNOWN && !stateCountry().equals(code)) {
            person.state = Person.ABSENT;
        }
    }

    /** @param code ISO 3166-2, in capitals */
    public void state(String code) {
        person.state = Person.KNOWN + States.number(code);
        if (moves) {
            person.country = CountryCode.of(stateCountry());
        }
    }

    private String stateCountry() {
        return States.country(States.codes().get(person.state - Person.KNOWN));
    }

    /** @param primary a language's primary subtag */
    public void language(String primary) {
        person.language = ResidenceReader.language(primary);
    }

    /** @param index the fact's number in the catalog @param all whether these are all its values */
    public void fact(int index, List<Scalar> values, boolean all) {
        person.facts[index] =
                new FactValues(values.stream().map(Attribute::named).toList(), all);
    }

    /** @param word {@code male}, {@code female} or {@code other} */
    public void gender(String word) {
        person.gender = Genders.of(word);
    }

    /** @param index the attribute's number in the catalog */
    public void attribute(int index, Scalar value) {
        person.attributes[index] = Attribute.named(value);
    }

    /** What was agreed to and refused, beside what they said elsewhere. */
    public void consents(List<ConsentStates.Entry> entries) {
        ConsentStates.fill(person.consents, entries, person.moment);
    }

    public Person person() {
        return person;
    }
}
