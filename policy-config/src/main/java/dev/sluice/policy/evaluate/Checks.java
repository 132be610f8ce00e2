package dev.sluice.policy.evaluate;

import dev.sluice.policy.decision.Ternary;
import dev.sluice.policy.vocabulary.States;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** The conditions that ask for one fact, and the logic that joins them (Kleene's three values). */
public final class Checks {

    private Checks() {}

    public static Check all(List<Check> checks) {
        Check[] of = checks.toArray(Check[]::new);
        return person -> {
            Ternary result = Ternary.TRUE;
            for (Check check : of) {
                result = result.and(check.on(person));
                if (result == Ternary.FALSE) {
                    return result;
                }
            }
            return result;
        };
    }

    public static Check any(List<Check> checks) {
        Check[] of = checks.toArray(Check[]::new);
        return person -> {
            Ternary result = Ternary.FALSE;
            for (Check check : of) {
                result = result.or(check.on(person));
                if (result == Ternary.TRUE) {
                    return result;
                }
            }
            return result;
        };
    }

    public static Check not(Check check) {
        return person -> check.on(person).not();
    }

    /** Whether the customer lives in one of these countries. @param codes ISO 3166-1 alpha-2, in capitals */
    public static Check country(Set<String> codes) {
        boolean[] wanted = new boolean[CountryCode.LIMIT];
        codes.forEach(code -> wanted[CountryCode.of(code)] = true);
        return person -> person.country < Person.KNOWN ? Ternary.UNKNOWN : Ternary.of(wanted[person.country]);
    }

    /** Whether the customer lives in one of these states. @param codes ISO 3166-2, in capitals */
    public static Check state(Set<String> codes) {
        BitSet wanted = new BitSet();
        codes.forEach(code -> wanted.set(Person.KNOWN + States.number(code)));
        return person -> person.state < Person.KNOWN ? Ternary.UNKNOWN : Ternary.of(wanted.get(person.state));
    }

    /** Whether the customer speaks one of these languages. @param primary subtags, in lower case */
    public static Check language(Set<String> primary) {
        BitSet wanted = new BitSet();
        primary.forEach(code -> wanted.set(ResidenceReader.language(code)));
        return person -> person.language < Person.KNOWN ? Ternary.UNKNOWN : Ternary.of(wanted.get(person.language));
    }

    /** Whether some value of a fact passes a test. @param index the fact's number in the catalog */
    public static Check someValue(int index, ValueTest test) {
        return person -> {
            FactValues fact = person.facts[index];
            if (fact == null) {
                return Ternary.UNKNOWN;
            }
            Ternary result = Ternary.of(false);
            for (Attribute value : fact.values()) {
                result = result.or(test.of(value));
            }
            return fact.known() ? result : result.or(Ternary.UNKNOWN);
        };
    }

    /** Whether the person who asks has one of these roles inside the partner. */
    public static Check anyCallerRole(Set<String> roles) {
        Set<String> wanted = Set.copyOf(roles);
        return person -> {
            Set<String> own = person.moment.callerRoles();
            return own == null ? Ternary.UNKNOWN : Ternary.of(wanted.stream().anyMatch(own::contains));
        };
    }

    /** Whether the person who asks has all of these roles inside the partner. */
    public static Check allCallerRoles(Set<String> roles) {
        Set<String> wanted = Set.copyOf(roles);
        return person -> {
            Set<String> own = person.moment.callerRoles();
            return own == null ? Ternary.UNKNOWN : Ternary.of(own.containsAll(wanted));
        };
    }

    /** What is the same for everybody. */
    public static Check constant(Ternary answer) {
        return person -> answer;
    }

    /** What is the same for everybody on one day, by UTC. */
    public static Check daily(Function<LocalDate, Ternary> answer) {
        return new DailyCheck(answer);
    }

    /** Whether the customer's gender is one of these words. */
    public static Check gender(Set<String> words) {
        boolean[] wanted = new boolean[Genders.LIMIT];
        words.forEach(word -> wanted[Genders.of(word)] = true);
        return person -> person.gender < Person.KNOWN ? Ternary.UNKNOWN : Ternary.of(wanted[person.gender]);
    }

    /** Whether the customer is at least that old, in whole years, where they live. */
    public static Check atLeast(AgeBound bound) {
        return person -> {
            if (person.birth < Person.KNOWN) {
                return Ternary.UNKNOWN;
            }
            if (person.moment.youngest(person.birthTo, bound.most(person.moment, person.country))) {
                return Ternary.TRUE;
            }
            return person.moment.oldest(person.birthFrom, bound.least(person.moment, person.country))
                    ? Ternary.UNKNOWN
                    : Ternary.FALSE;
        };
    }

    /** Whether a customer's attribute passes a test of its value. @param index its index in the catalog */
    public static Check attribute(int index, ValueTest test) {
        return person -> {
            Attribute value = person.attributes[index];
            return value == null || value == Attribute.UNKNOWN ? Ternary.UNKNOWN : test.of(value);
        };
    }

    /** Whether the exchange is not later than a day in UTC, the day included. */
    public static Check until(LocalDate last) {
        return person -> Ternary.of(!person.moment.day().isAfter(last));
    }

    /** Whether the record says who its customer is. */
    public static Check customerKnown() {
        return person -> Ternary.of(person.known);
    }

    /** An attribute that no record of the catalog has. */
    public static Check unknown() {
        return person -> Ternary.UNKNOWN;
    }
}
