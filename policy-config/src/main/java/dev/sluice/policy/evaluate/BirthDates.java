package dev.sluice.policy.evaluate;

import java.time.DateTimeException;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads birth dates as intervals of days: a day, or all days of a month or a year where the rest is not said. Strict:
 * the 31st of
 * April is no date.
 */
public final class BirthDates {

    /** No birth date. An interval is its first day in the upper half and its last day in the lower. */
    static final long NONE = Long.MIN_VALUE;

    private final @Nullable DateTimeFormatter format;
    private final boolean plain;

    /**
     * @param pattern of {@link DateTimeFormatter}, or null for ISO 8601 (a date, a timestamp, a year and month, a year)
     * @throws IllegalArgumentException if it is no pattern
     */
    public BirthDates(@Nullable String pattern) {
        this.plain = pattern == null || pattern.equals("yyyy-MM-dd") || pattern.equals("uuuu-MM-dd");
        this.format = pattern == null
                ? null
                : DateTimeFormatter.ofPattern(prolepticYears(pattern), Locale.ROOT)
                        .withResolverStyle(ResolverStyle.STRICT);
    }

    /** Whether a text can be read as a birth date. */
    public boolean reads(String text) {
        return read(text) != NONE;
    }

    /** Whether a year, a month and a day in ten characters with hyphens between are that date. */
    boolean plain() {
        return plain;
    }

    long read(String text) {
        return format == null ? iso(text) : formatted(text, format);
    }

    static long interval(int from, int to) {
        return (long) from << 32 | to & 0xFFFF_FFFFL;
    }

    static int from(long interval) {
        return (int) (interval >> 32);
    }

    static int to(long interval) {
        return (int) interval;
    }

    private static long iso(String text) {
        int length = text.length();
        if (length < 4 || (length > 4 && text.charAt(4) != '-') || (length > 7 && text.charAt(7) != '-')) {
            return NONE;
        }
        if (length > 10 && text.charAt(10) != 'T' && text.charAt(10) != ' ') {
            return NONE;
        }
        int year = digits(text, 0, 4);
        int month = length == 4 ? 0 : digits(text, 5, 7);
        int day = length <= 7 ? 0 : digits(text, 8, 10);
        return interval(year, month, day);
    }

    private static long formatted(String text, DateTimeFormatter format) {
        try {
            TemporalAccessor parsed = format.parse(text.strip());
            int month = parsed.isSupported(ChronoField.MONTH_OF_YEAR) ? parsed.get(ChronoField.MONTH_OF_YEAR) : 0;
            int day = parsed.isSupported(ChronoField.DAY_OF_MONTH) ? parsed.get(ChronoField.DAY_OF_MONTH) : 0;
            return interval(parsed.get(ChronoField.YEAR), month, day);
        } catch (DateTimeException e) {
            return NONE;
        }
    }

    /** @param month 0 if not said @param day 0 if not said; less than 0 for garbled ones */
    private static long interval(int year, int month, int day) {
        if (year < 1 || month < 0 || month > 12 || day < 0 || (month == 0 && day != 0)) {
            return NONE;
        }
        if (month == 0) {
            return interval(Timestamps.epochDay(year, 1, 1), Timestamps.epochDay(year, 12, 31));
        }
        int last = Timestamps.daysOf(year, month);
        if (day > last) {
            return NONE;
        }
        return interval(
                Timestamps.epochDay(year, month, day == 0 ? 1 : day),
                Timestamps.epochDay(year, month, day == 0 ? last : day));
    }

    private static int digits(String text, int from, int to) {
        if (text.length() < to) {
            return -1;
        }
        int number = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return -1;
            }
            number = number * 10 + (c - '0');
        }
        return number;
    }

    /** {@code y} needs an era to be strict; {@code u} does not. */
    private static String prolepticYears(String pattern) {
        StringBuilder result = new StringBuilder(pattern.length());
        boolean quoted = false;
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == '\'') {
                quoted = !quoted;
            }
            result.append(c == 'y' && !quoted ? 'u' : c);
        }
        return result.toString();
    }
}
