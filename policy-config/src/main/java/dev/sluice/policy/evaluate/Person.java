package dev.sluice.policy.evaluate;

import dev.sluice.policy.decision.AskedPerson;
import dev.sluice.policy.vocabulary.States;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one record's customer, normalised. Reused from record to record by one thread; its facts are
 * numbers in which
 * {@link #ABSENT} and {@link #UNKNOWN} come first. Personal data: never printed.
 */
public final class Person implements AskedPerson {

    /** The document says nothing. */
    static final int ABSENT = 0;

    /** The document says something that cannot be used. */
    static final int UNKNOWN = 1;

    /** The first number that stands for a known value. */
    static final int KNOWN = 2;

    final Moment moment;
    final @Nullable String[] ids;
    final @Nullable Attribute[] attributes;
    final @Nullable FactValues[] facts;
    /** All ids that were read, in canonical form; only where they are spelled. */
    final List<String> allIds = new ArrayList<>();

    final ConsentEntries consents = new ConsentEntries();

    boolean unusable;
    boolean known;
    int firstNamespace;
    RecordLayout.@Nullable Id firstId;

    @Nullable String customer;

    int country;
    int state;
    /** The country of a state that a source named without its country; unknown where it cannot be read, or two differ. */
    int impliedCountry;

    int language;
    int gender;
    int birth;
    int birthFrom;
    int birthTo;

    /**
     * @param namespaces how many kinds of id the catalog has
     * @param attributes how many attributes it has
     * @param facts how many facts of records and the document it has
     */
    Person(Moment moment, int namespaces, int attributes, int facts) {
        this.moment = moment;
        this.ids = new String[namespaces];
        this.attributes = new Attribute[attributes];
        this.facts = new FactValues[facts];
    }

    /** The country that a state speaks for which this source, or one merged into it, names without a country. */
    int impliedCountry() {
        boolean alone = country == ABSENT && state != ABSENT;
        int implied = alone && state >= KNOWN
                ? CountryCode.of(States.country(States.codes().get(state - KNOWN)))
                : UNKNOWN;
        return alone ? RecordReader.agree(impliedCountry, implied) : impliedCountry;
    }

    /**
     * Where what several sources say of the country and of the state does not go together, neither is known: a state
     * counts only in the country that it belongs to, and one that cannot be read may belong to any.
     */
    void settleResidence() {
        if (country >= KNOWN && impliedCountry != ABSENT && impliedCountry != country) {
            country = UNKNOWN;
        }
        if (country == UNKNOWN) {
            state = UNKNOWN;
        }
    }

    /** The same at another moment. */
    Person at(Moment other) {
        Person copy = new Person(other, ids.length, attributes.length, facts.length);
        copy.clear();
        System.arraycopy(ids, 0, copy.ids, 0, ids.length);
        System.arraycopy(attributes, 0, copy.attributes, 0, attributes.length);
        System.arraycopy(facts, 0, copy.facts, 0, facts.length);
        copy.allIds.addAll(allIds);
        copy.consents.take(consents);
        copy.unusable = unusable;
        copy.known = known;
        copy.firstNamespace = firstNamespace;
        copy.firstId = firstId;
        copy.customer = customer;
        copy.country = country;
        copy.state = state;
        copy.impliedCountry = impliedCountry;
        copy.language = language;
        copy.gender = gender;
        copy.birth = birth;
        copy.birthFrom = birthFrom;
        copy.birthTo = birthTo;
        return copy;
    }

    /** Forgets everything. */
    void clear() {
        unusable = false;
        known = false;
        firstNamespace = -1;
        firstId = null;
        customer = null;
        country = ABSENT;
        state = ABSENT;
        impliedCountry = ABSENT;
        language = ABSENT;
        gender = ABSENT;
        birth = ABSENT;
        birthFrom = 0;
        birthTo = 0;
        Arrays.fill(ids, null);
        Arrays.fill(attributes, null);
        Arrays.fill(facts, null);
        allIds.clear();
        consents.clear();
    }

    @Override
    public String toString() {
        return "Person";
    }
}
