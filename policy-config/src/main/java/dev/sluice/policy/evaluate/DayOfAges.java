package dev.sluice.policy.evaluate;

import dev.sluice.policy.vocabulary.AgeReckoning;
import dev.sluice.policy.vocabulary.AgeTable;
import dev.sluice.policy.vocabulary.AgeTables;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;

/**
 * What ages mean at one time: who was born when, and what the law of a country asks. Works each out once. Shared between
 * threads: what two of them work out at once is the same number.
 */
final class DayOfAges {

    private static final int BOUNDS = 160;
    private static final long SECONDS_OF_DAY = 24 * 60 * 60L;
    private static final int NOT_YET = Integer.MIN_VALUE;

    private final AgeTables tables;
    private final LocalDate day;
    private final LocalDate earliest;
    private final LocalDate latest;
    private final int firstBirth;
    private final int lastBirth;
    private final int[] youngest = filled(BOUNDS);
    private final int[] oldest = filled(BOUNDS);
    private final int[] birthdays = filled(BOUNDS);
    private final int[][] ages = new int[AgeTable.values().length][];

    DayOfAges(Instant instant, AgeTables tables) {
        this.tables = tables;
        this.day = LocalDate.ofInstant(instant, ZoneOffset.UTC);
        this.earliest = LocalDate.ofInstant(instant, AgeReckoning.WEST);
        this.latest = LocalDate.ofInstant(instant, AgeReckoning.EAST);
        this.firstBirth = (int) earliest.minusYears(AgeReckoning.OLDEST).toEpochDay();
        this.lastBirth = (int) latest.toEpochDay();
        for (int table = 0; table < ages.length; table++) {
            ages[table] = filled(CountryCode.LIMIT);
        }
    }

    /** Whether all of it holds at another time too. */
    boolean holds(Instant instant) {
        return same(earliest, instant, AgeReckoning.WEST)
                && same(latest, instant, AgeReckoning.EAST)
                && same(day, instant, ZoneOffset.UTC);
    }

    private static boolean same(LocalDate day, Instant instant, ZoneOffset offset) {
        long second = instant.getEpochSecond() + offset.getTotalSeconds();
        return Math.floorDiv(second, SECONDS_OF_DAY) == day.toEpochDay();
    }

    /** The day in UTC. */
    LocalDate day() {
        return day;
    }

    boolean plausible(int birthFrom, int birthTo) {
        return birthFrom <= lastBirth && birthFrom >= firstBirth && birthTo >= birthFrom;
    }

    boolean youngest(int birthTo, int years) {
        return birthTo <= born(youngest, earliest, years);
    }

    boolean oldest(int birthFrom, int years) {
        return birthFrom <= born(oldest, latest, years);
    }

    /** The day on which those were born who have their birthday today and turn that old. */
    int birthday(int years) {
        return born(birthdays, day, years);
    }

    int age(AgeTable table, int country) {
        int[] known = ages[table.ordinal()];
        int age = known[country];
        if (age == NOT_YET) {
            age = tables.age(table, CountryCode.text(country), day);
            known[country] = age;
        }
        return age;
    }

    int lowest(AgeTable table) {
        int[] known = ages[table.ordinal()];
        int age = known[Person.ABSENT];
        if (age == NOT_YET) {
            age = tables.lowest(table, day);
            known[Person.ABSENT] = age;
        }
        return age;
    }

    int highest(AgeTable table) {
        int[] known = ages[table.ordinal()];
        int age = known[Person.UNKNOWN];
        if (age == NOT_YET) {
            age = tables.highest(table, day);
            known[Person.UNKNOWN] = age;
        }
        return age;
    }

    /** The last day of birth of those who are that old today; who was born on 29 February has a birthday on 1 March. */
    private static int born(int[] known, LocalDate today, int years) {
        int k = Math.min(years, BOUNDS - 1);
        int born = known[k];
        if (born == NOT_YET) {
            born = (int) today.minusYears(k).toEpochDay();
            known[k] = born;
        }
        return born;
    }

    private static int[] filled(int length) {
        int[] array = new int[length];
        Arrays.fill(array, NOT_YET);
        return array;
    }
}
