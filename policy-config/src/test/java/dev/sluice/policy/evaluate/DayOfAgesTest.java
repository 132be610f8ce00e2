package dev.sluice.policy.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.policy.vocabulary.AgeTables;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Exchanges share what ages mean only as long as it is the same day everywhere. */
class DayOfAgesTest {

    private static final Instant MORNING = Instant.parse("2026-11-28T09:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "2026-11-28T00:00:00Z, true",
        "2026-11-28T09:59:59Z, true",
        "2026-11-28T10:00:00Z, false",
        "2026-11-27T23:59:59Z, false",
        "2026-11-29T09:00:00Z, false"
    })
    void holdsUntilTheDayEndsSomewhere(Instant later, boolean holds) {
        DayOfAges ages = new DayOfAges(MORNING, AgeTables.shipped());

        assertThat(ages.holds(later)).isEqualTo(holds);
    }

    @Property
    void holdsWhereAllDatesAreTheSame(
            @ForAll @LongRange(min = -90_000, max = 90_000) long seconds,
            @ForAll @LongRange(min = -4_000_000_000L, max = 4_000_000_000L) long epoch) {
        Instant now = Instant.ofEpochSecond(epoch);
        Instant other = now.plusSeconds(seconds);

        boolean holds = new DayOfAges(now, AgeTables.shipped()).holds(other);

        assertThat(holds).isEqualTo(sameDay(now, other, -12) && sameDay(now, other, 0) && sameDay(now, other, 14));
    }

    private static boolean sameDay(Instant one, Instant other, int hours) {
        ZoneOffset offset = ZoneOffset.ofHours(hours);
        return LocalDate.ofInstant(one, offset).equals(LocalDate.ofInstant(other, offset));
    }
}
