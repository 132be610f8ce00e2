package dev.sluice.policy.form;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The date that an ISO 8601 date or timestamp begins with, as written: zones don't move it. */
final class IsoDate {

    private static final int LENGTH = 10;

    private IsoDate() {}

    static @Nullable LocalDate read(String text) {
        if (text.length() < LENGTH || text.charAt(4) != '-' || text.charAt(7) != '-') {
            return null;
        }
        if (text.length() > LENGTH && text.charAt(LENGTH) != 'T' && text.charAt(LENGTH) != ' ') {
            return null;
        }
        int year = digits(text, 0, 4);
        int month = digits(text, 5, 7);
        int day = digits(text, 8, LENGTH);
        if (year < 1 || month < 1 || month > 12 || day < 1) {
            return null;
        }
        try {
            return LocalDate.of(year, month, day);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static int digits(String text, int from, int to) {
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
}
