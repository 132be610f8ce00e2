package dev.sluice.policy.evaluate;

import dev.sluice.policy.vocabulary.AgeTable;
import dev.sluice.policy.vocabulary.AgeTables;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An exchange's pinned instant, as ages and consents are judged by it, and who asks. Somewhere it is a day earlier
 * or later, so
 * each age has a youngest and an oldest reading. Remembers the days it worked out; used by one thread at a time.
 */
public final class Moment {

    private static final int OLDEST = 120;
    private static final int BOUNDS = 160;
    private static final int NOT_YET = Integer.MIN_VALUE;
    private static final long AHEAD_MILLIS = 5 * 60 * 1000L;
    private static final ZoneOffset WEST = ZoneOffset.ofHours(-12);
    private static final ZoneOffset EAST = ZoneOffset.ofHours(14);

    private final AgeTables tables;
    private final @Nullable Set<String> callerRoles;
    private final Instant instant;
    private final LocalDate day;
    private final LocalDate earliest;
    private final LocalDate latest;
    private final long latestGrant;
    private final int firstBirth;
    private final int lastBirth;
    private final int[] youngest = filled(BOUNDS);
    private final int[] oldest = filled(BOUNDS);
    private final int[][] ages = new int[AgeTable.values().length][];

    /** @param callerRoles the roles of the person who asks, or null where nobody says */
    public Moment(Instant instant, AgeTables tables, @Nullable Set<String> callerRoles) {
        this.instant = instant;
        this.tables = tables;
        this.callerRoles = callerRoles == null ? null : Set.copyOf(callerRoles);
        this.day = LocalDate.ofInstant(instant, ZoneOffset.UTC);
        this.earliest = LocalDate.ofInstant(instant, WEST);
        this.latest = LocalDate.ofInstant(instant, EAST);
        this.latestGrant = instant.toEpochMilli() + AHEAD_MILLIS;
        this.firstBirth = (int) earliest.minusYears(OLDEST).toEpochDay();
        this.lastBirth = (int) latest.toEpochDay();
    }

    /** The same, asked by a person of other roles. */
    Moment askedIn(@Nullable Set<String> roles) {
        return new Moment(instant, tables, roles);
    }

    /** The day in UTC. */
    LocalDate day() {
        return day;
    }

    /** The roles of the person who asks, or null where nobody says. */
    @Nullable Set<String> callerRoles() {
        return callerRoles;
    }

    /** Milliseconds since 1970. */
    long millis() {
        return instant.toEpochMilli();
    }

    /** The earliest time, in milliseconds since 1970, of what is not older than this. */
    long earliest(Period age) {
        return instant.atOffset(ZoneOffset.UTC).minus(age).toInstant().toEpochMilli();
    }

    /** The latest time that a grant may be dated, in milliseconds since 1970. */
    long latestGrant() {
        return latestGrant;
    }

    /** Whether somebody may have been born in these days: not in the future, not more than 120 years ago. */
    boolean plausible(int birthFrom, int birthTo) {
        return birthFrom <= lastBirth && birthFrom >= firstBirth && birthTo >= birthFrom;
    }

    /** Whether one born on that day at the latest is at least so many years old everywhere. */
    boolean youngest(int birthTo, int years) {
        return birthTo <= born(youngest, earliest, years);
    }

    /** Whether one born on that day at the earliest is at least so many years old anywhere. */
    boolean oldest(int birthFrom, int years) {
        return birthFrom <= born(oldest, latest, years);
    }

    int age(AgeTable table, int country) {
        int[] known = ages(table);
        if (known[country] == NOT_YET) {
            known[country] = tables.age(table, CountryCode.text(country), day);
        }
        return known[country];
    }

    int lowest(AgeTable table) {
        int[] known = ages(table);
        if (known[Person.ABSENT] == NOT_YET) {
            known[Person.ABSENT] = tables.lowest(table, day);
        }
        return known[Person.ABSENT];
    }

    int highest(AgeTable table) {
        int[] known = ages(table);
        if (known[Person.UNKNOWN] == NOT_YET) {
            known[Person.UNKNOWN] = tables.highest(table, day);
        }
        return known[Person.UNKNOWN];
    }

    /** The last day of birth of those who are that old today; who was born on 29 February has a birthday on 1 March. */
    private static int born(int[] known, LocalDate today, int years) {
        int k = Math.min(years, BOUNDS - 1);
        if (known[k] == NOT_YET) {
            known[k] = (int) today.minusYears(k).toEpochDay();
        }
        return known[k];
    }

    private int[] ages(AgeTable table) {
        int[] known = ages[table.ordinal()];
        if (known == null) {
            known = filled(CountryCode.LIMIT);
            ages[table.ordinal()] = known;
        }
        return known;
    }

    private static int[] filled(int length) {
        int[] array = new int[length];
        Arrays.fill(array, NOT_YET);
        return array;
    }
}
