package dev.sluice.policy.evaluate;

import dev.sluice.policy.field.RecordFacts;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Timestamps of RFC 3339 and dates of ISO 8601, read off the document's bytes. */
final class Timestamps {

    /** No timestamp. */
    static final long NONE = -1;

    /** Not a timestamp, or one without its offset from UTC, or one before 1970. */
    static final long UNUSABLE = -2;

    private static final int DATE = 10;
    private static final int TIME = 19;
    private static final long MINUTE = 60_000L;
    private static final long DAY = 24 * 60 * MINUTE;
    private static final int[] MONTH_DAYS = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final Shape YEAR_AND_MONTH = new Shape("0000-00-");
    private static final Shape CLOCK = new Shape("00:00:00");
    private static final long HIGHS = 0x8080808080808080L;
    private static final long UNLIKE = -1;

    /** Eight bytes of digits and separators, which are read at once. A digit stands for any. */
    private static final class Shape {

        private static final int LARGEST_BYTE = 0x7F;
        private static final int LARGEST_DIGIT = 9;

        private final long pattern;
        private final long room;

        Shape(String text) {
            byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
            byte[] rooms = new byte[bytes.length];
            for (int k = 0; k < bytes.length; k++) {
                rooms[k] = (byte) (digit(bytes[k]) ? LARGEST_BYTE - LARGEST_DIGIT : LARGEST_BYTE);
            }
            this.pattern = (long) EIGHT.get(bytes, 0);
            this.room = (long) EIGHT.get(rooms, 0);
        }

        /** A byte for each digit, first byte lowest, 0 for separators; {@link #UNLIKE} for bytes of another shape. */
        long digits(byte[] b, int at) {
            long digits = (long) EIGHT.get(b, at) ^ pattern;
            return ((digits + room | digits) & HIGHS) == 0 ? digits : UNLIKE;
        }
    }

    private Timestamps() {}

    /** Milliseconds since 1970. */
    static long read(RecordFacts facts, int value) {
        if (facts.kind(value) != RecordFacts.Kind.STRING) {
            return UNUSABLE;
        }
        if (facts.verbatim(value)) {
            return millis(facts.bytes(), facts.from(value), facts.to(value));
        }
        String text = facts.text(value);
        if (text == null) {
            return UNUSABLE;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return millis(bytes, 0, bytes.length);
    }

    static long millis(byte[] b, int from, int to) {
        int day = to - from > TIME ? epochDay(b, from) : Integer.MIN_VALUE;
        int separator = day == Integer.MIN_VALUE ? 0 : b[from + DATE];
        if (separator != 'T' && separator != 't' && separator != ' ') {
            return UNUSABLE;
        }
        long clock = CLOCK.digits(b, from + DATE + 1);
        int hour = two(clock, 0);
        int minute = two(clock, 3);
        int second = two(clock, 6);
        if (clock == UNLIKE || hour > 23 || minute > 59 || second > 60) {
            return UNUSABLE;
        }
        int at = from + TIME;
        int fraction = 0;
        if (b[at] == '.') {
            int digits = at + 1;
            for (int scale = 100; digits < to && digit(b[digits]); scale /= 10, digits++) {
                fraction += scale * (b[digits] - '0');
            }
            if (digits == at + 1) {
                return UNUSABLE;
            }
            at = digits;
        }
        long offset = offset(b, at, to);
        long millis = day * DAY + (hour * 60L + minute) * MINUTE + second * 1000L + fraction - offset;
        return offset == UNUSABLE || millis < 0 ? UNUSABLE : millis;
    }

    /** {@code Z}, {@code +02:00}, {@code +0200} or {@code +02} in milliseconds. */
    private static long offset(byte[] b, int at, int to) {
        if (to - at == 1 && (b[at] == 'Z' || b[at] == 'z')) {
            return 0;
        }
        int length = to - at;
        if ((length != 3 && length != 5 && length != 6)
                || (b[at] != '+' && b[at] != '-')
                || (length == 6 && b[at + 3] != ':')) {
            return UNUSABLE;
        }
        int hours = two(b, at + 1);
        int minutes = length == 3 ? 0 : two(b, to - 2);
        if (hours < 0 || hours > 18 || minutes < 0 || minutes > 59) {
            return UNUSABLE;
        }
        long offset = (hours * 60L + minutes) * MINUTE;
        return b[at] == '-' ? -offset : offset;
    }

    /** The day since 1970 of {@code yyyy-MM-dd} at an offset of bytes that has ten more, or the lowest int. */
    static int epochDay(byte[] b, int from) {
        long date = YEAR_AND_MONTH.digits(b, from);
        int day = two(b, from + 8);
        if (date == UNLIKE) {
            return Integer.MIN_VALUE;
        }
        int year = two(date, 0) * 100 + two(date, 2);
        int month = two(date, 5);
        if (month < 1 || month > 12 || day < 1 || day > daysOf(year, month)) {
            return Integer.MIN_VALUE;
        }
        return epochDay(year, month, day);
    }

    static int daysOf(int year, int month) {
        boolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        return month == 2 && leap ? 29 : MONTH_DAYS[month - 1];
    }

    /** Counts in years that begin in March, so that a leap day is the last of its year. */
    static int epochDay(int year, int month, int day) {
        int y = month > 2 ? year : year - 1;
        int m = month > 2 ? month - 3 : month + 9;
        return 365 * y + y / 4 - y / 100 + y / 400 + (153 * m + 2) / 5 + day - 1 - 719_468;
    }

    /** The number of two of the digits of a {@link Shape}. */
    private static int two(long digits, int at) {
        int both = (int) (digits >>> 8 * at);
        return (both & 0xF) * 10 + (both >>> 8 & 0xF);
    }

    private static int two(byte[] b, int at) {
        return digit(b[at]) && digit(b[at + 1]) ? (b[at] - '0') * 10 + b[at + 1] - '0' : -1;
    }

    private static boolean digit(byte b) {
        return b >= '0' && b <= '9';
    }
}
