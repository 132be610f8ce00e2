package dev.sluice.policy.evaluate;

import dev.sluice.policy.decision.Ternary;
import dev.sluice.policy.vocabulary.Region;
import dev.sluice.policy.vocabulary.States;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether the customer lives in one of these regions, as they are on the exchange's day. Where a region has only some
 * states of a country, the state decides; who lives in an unknown state of it may live in the region. Safe for threads.
 */
public final class RegionCheck implements Check {

    private final List<Region> regions;
    private volatile @Nullable Members last;

    public RegionCheck(List<Region> regions) {
        this.regions = List.copyOf(regions);
    }

    /** Who is in on one day: countries as a whole, countries in part, and the states of those. */
    private record Members(LocalDate day, BitSet whole, BitSet partly, BitSet states) {

        static Members of(List<Region> regions, LocalDate day) {
            Members members = new Members(day, new BitSet(), new BitSet(), new BitSet());
            for (Region region : regions) {
                region.countries(day).forEach(code -> members.whole.set(CountryCode.of(code)));
                for (String state : region.states(day)) {
                    members.states.set(Person.KNOWN + States.number(state));
                    members.partly.set(CountryCode.of(States.country(state)));
                }
            }
            return members;
        }

        Ternary hold(int country, int state) {
            if (whole.get(country)) {
                return Ternary.TRUE;
            }
            if (!partly.get(country)) {
                return Ternary.FALSE;
            }
            return state < Person.KNOWN ? Ternary.UNKNOWN : Ternary.of(states.get(state));
        }
    }

    @Override
    public Ternary on(Person person) {
        int country = country(person);
        return country < Person.KNOWN
                ? Ternary.UNKNOWN
                : members(person.moment.day()).hold(country, person.state);
    }

    /** Where a record has no place for the country, the state says it. */
    private static int country(Person person) {
        if (person.country == Person.ABSENT && person.state >= Person.KNOWN) {
            return CountryCode.of(States.country(States.codes().get(person.state - Person.KNOWN)));
        }
        return person.country;
    }

    private Members members(LocalDate day) {
        Members known = last;
        if (known == null || !known.day().equals(day)) {
            known = Members.of(regions, day);
            last = known;
        }
        return known;
    }
}
