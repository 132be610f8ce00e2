package dev.sluice.policy.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.policy.decision.Ternary;
import dev.sluice.policy.vocabulary.AgeTables;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * B7 and E6 within and between sources. A source is written as its entries: {@code +} a grant, {@code ++} a confirmed one, {@code
 * -} a refusal, {@code ?} an unclear entry, each with its day in June 2026 or none; sources are parted by {@code /}.
 */
class ConsentQuestionTest {

    private static final Instant NOW = Instant.parse("2026-06-15T12:00:00Z");
    private static final long DAY = 86_400_000L;
    private static final long JUNE = Instant.parse("2026-06-01T12:00:00Z").toEpochMilli() - DAY;

    @ParameterizedTest(name = "B7: {0} means {1}")
    @CsvSource({
        "'', UNKNOWN",
        "+, TRUE",
        "+1, TRUE",
        "-1, FALSE",
        "?1, UNKNOWN",
        "-1 +2, TRUE",
        "+2 -1, TRUE",
        "+1 -2, FALSE",
        "+1 -1, FALSE",
        "+1 ?2, UNKNOWN",
        "?1 +2, TRUE",
        "-1 ?2 +3, TRUE",
        "-1 +2 ?3, UNKNOWN",
        "-1 ?2, FALSE",
        "+ -1, FALSE",
        "- +1, FALSE",
        "? +1, UNKNOWN",
        "- +, FALSE",
        "+16, UNKNOWN",
        "-1 +16, FALSE",
        "-16, FALSE",
        "+1 -16, FALSE",
        "+1 / -1, FALSE",
        "+1 / ?1, UNKNOWN",
        "?1 / -1, FALSE",
        "-1 / +2, FALSE",
        "+1 / +2, TRUE"
    })
    void answersFromEntries(String entries, Ternary expected) {
        assertThat(ask(entries, false)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "E6: confirmed only, {0} means {1}")
    @CsvSource({
        "+1, UNKNOWN",
        "++1, TRUE",
        "++1 +2, TRUE",
        "-1 +2, FALSE",
        "-1 ++2, TRUE",
        "++1 -2 +3, FALSE",
        "+1 / ++1, TRUE"
    })
    void passesOverGrantsThatDoNotMeetTheQuestion(String entries, Ternary expected) {
        assertThat(ask(entries, true)).isEqualTo(expected);
    }

    @Test
    @DisplayName("B7: a grant up to five minutes ahead counts, a later one does not")
    void graceForClocks() {
        Person person = person();
        person.consents.open(0, false);
        person.consents.yes(NOW.toEpochMilli() + 5 * 60_000L, false);
        assertThat(question(false).agreed().on(person)).isEqualTo(Ternary.TRUE);
        person.consents.clear();
        person.consents.open(0, false);
        person.consents.yes(NOW.toEpochMilli() + 5 * 60_000L + 1, false);
        assertThat(question(false).agreed().on(person)).isEqualTo(Ternary.UNKNOWN);
    }

    @Test
    @DisplayName("B6: silence is no refusal, unclear words may be one")
    void silenceIsNoRefusal() {
        Person person = person();
        assertThat(question(false).notRefused().on(person)).isEqualTo(Ternary.TRUE);
        person.consents.open(0, false);
        person.consents.unclear(ConsentEntries.NEWEST);
        assertThat(question(false).notRefused().on(person)).isEqualTo(Ternary.UNKNOWN);
        person.consents.no(ConsentEntries.NEWEST);
        assertThat(question(false).notRefused().on(person)).isEqualTo(Ternary.FALSE);
    }

    private static Ternary ask(String entries, boolean confirmedOnly) {
        Person person = person();
        for (String source : entries.split("/")) {
            person.consents.open(0, false);
            for (String entry : source.strip().split(" ")) {
                add(person.consents, entry);
            }
        }
        return question(confirmedOnly).agreed().on(person);
    }

    private static void add(ConsentEntries entries, String entry) {
        String day = entry.replaceAll("\\D", "");
        long time = day.isEmpty() ? 0 : JUNE + Long.parseLong(day) * DAY;
        switch (entry.replaceAll("\\d", "")) {
            case "+" -> entries.yes(day.isEmpty() ? ConsentEntries.OLDEST : time, false);
            case "++" -> entries.yes(day.isEmpty() ? ConsentEntries.OLDEST : time, true);
            case "-" -> entries.no(day.isEmpty() ? ConsentEntries.NEWEST : time);
            case "?" -> entries.unclear(day.isEmpty() ? ConsentEntries.NEWEST : time);
            default -> {}
        }
    }

    private static ConsentQuestion question(boolean confirmedOnly) {
        return new ConsentQuestion(
                new boolean[] {true},
                new boolean[] {true},
                new boolean[] {true},
                ConsentReach.NONE,
                new ConsentDemand(confirmedOnly, Set.of(), null));
    }

    private static Person person() {
        Person person = new Person(new Moment(NOW, AgeTables.shipped(), null), 1, 0, 0);
        person.clear();
        return person;
    }
}
