package dev.sluice.policy.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Timestamps and dates read off bytes, against those of the JDK. */
class TimestampsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-01-01T00:00:00Z",
                "2026-02-28T23:59:59.123456+02:00",
                "2024-02-29T12:00:00.5-05:30",
                "1970-01-01T00:00:00Z"
            })
    void readsTimestampsWithTheirOffset(String text) {
        assertThat(millis(text))
                .isEqualTo(OffsetDateTime.parse(text).toInstant().toEpochMilli());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "soon",
                "2026-01-01",
                "2026-01-01T00:00:00",
                "2026-02-29T00:00:00Z",
                "2026-13-01T00:00:00Z",
                "2026-01-01T24:00:00Z",
                "2026-01-01T00:00:00.Z",
                "2026-01-01T00:00:00+2",
                "2026-01-01T00:00:00+02:0",
                "2026-01-01T00:00:00+02:00x",
                "1969-12-31T23:59:59Z"
            })
    void refusesWhatIsNoTimestamp(String text) {
        assertThat(millis(text)).isEqualTo(Timestamps.UNUSABLE);
    }

    @Test
    void refusesWhateverIsOneByteFromATimestampAndIsNone() {
        for (int at = 0; at < 19; at++) {
            for (int value = 0; value < 256; value++) {
                // Given
                byte[] bytes = "2026-01-21T10:11:12Z".getBytes(StandardCharsets.ISO_8859_1);
                bytes[at] = (byte) value;
                String text = new String(bytes, StandardCharsets.ISO_8859_1);

                // When
                long millis = Timestamps.millis(bytes, 0, bytes.length);

                // Then
                assertThat(millis).as(text).isEqualTo(millisByTheJdk(text));
            }
        }
    }

    private static long millisByTheJdk(String text) {
        try {
            boolean spelt = text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt ][0-9]{2}:[0-9]{2}:[0-9]{2}Z");
            long millis =
                    OffsetDateTime.parse(text.replace(' ', 'T')).toInstant().toEpochMilli();
            return spelt && millis >= 0 ? millis : Timestamps.UNUSABLE;
        } catch (DateTimeParseException e) {
            return Timestamps.UNUSABLE;
        }
    }

    @Property
    void countsDaysAsTheJdkDoes(@ForAll @IntRange(min = -200_000, max = 2_900_000) int day) {
        LocalDate date = LocalDate.ofEpochDay(day);
        assertThat(Timestamps.epochDay(date.getYear(), date.getMonthValue(), date.getDayOfMonth()))
                .isEqualTo(day);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-04-31", "1900-02-29", "2026-00-01", "2026-1-011", "20260401ab"})
    void knowsNoOtherDays(String text) {
        assertThat(Timestamps.epochDay(text.getBytes(StandardCharsets.US_ASCII), 0))
                .isEqualTo(Integer.MIN_VALUE);
    }

    private static long millis(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        return Timestamps.millis(bytes, 0, bytes.length);
    }
}
