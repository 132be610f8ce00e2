package dev.sluice.policy.evaluate;

import dev.sluice.policy.vocabulary.AgeTable;
import dev.sluice.policy.vocabulary.AgeTables;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An exchange's pinned instant, as ages and consents are judged by it, and who asks. Somewhere it is a
 * day earlier or later, so each age has a youngest and an oldest reading.
 */
public final class Moment {

    private static final long AHEAD_MILLIS = 5 * 60 * 1000L;

    private final DayOfAges ages;
    private final @Nullable Set<String> callerRoles;
    private final Instant instant;
    private final long latestGrant;

    /** @param callerRoles the roles of the person who asks, or null where nobody says */
    public Moment(Instant instant, AgeTables tables, @Nullable Set<String> callerRoles) {
        this(instant, new DayOfAges(instant, tables), callerRoles);
    }

    /** @param ages those of this instant */
    Moment(Instant instant, DayOfAges ages, @Nullable Set<String> callerRoles) {
        this.instant = instant;
        this.ages = ages;
        this.callerRoles = callerRoles == null ? null : Set.copyOf(callerRoles);
        this.latestGrant = instant.toEpochMilli() + AHEAD_MILLIS;
    }

    /** The same, asked by a person of other roles. */
    Moment askedIn(@Nullable Set<String> roles) {
        return new Moment(instant, ages, roles);
    }

    /** The day in UTC. */
    LocalDate day() {
        return ages.day();
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
        return ages.plausible(birthFrom, birthTo);
    }

    /** Whether one born on that day at the latest is at least so many years old everywhere. */
    boolean youngest(int birthTo, int years) {
        return ages.youngest(birthTo, years);
    }

    /** Whether one born on that day at the earliest is at least so many years old anywhere. */
    boolean oldest(int birthFrom, int years) {
        return ages.oldest(birthFrom, years);
    }

    /** The day, since 1970, on which those were born who have their birthday today and turn that old. */
    int birthday(int years) {
        return ages.birthday(years);
    }

    /** The age that a country's law sets today. */
    int age(AgeTable table, int country) {
        return ages.age(table, country);
    }

    /** The lowest that any law sets today. */
    int lowest(AgeTable table) {
        return ages.lowest(table);
    }

    /** The highest that any law sets today. */
    int highest(AgeTable table) {
        return ages.highest(table);
    }
}
