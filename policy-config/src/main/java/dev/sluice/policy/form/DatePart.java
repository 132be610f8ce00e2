package dev.sluice.policy.form;

import dev.sluice.policy.field.Form;
import dev.sluice.policy.field.RecordContext;
import dev.sluice.policy.field.Scalar;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The coarser part of an ISO 8601 date or timestamp: {@code 1988-04}, {@code 1988-Q2}, {@code 1988}, {@code 1980s}. */
public final class DatePart implements Form {

    private final Part part;

    public DatePart(Part part) {
        this.part = part;
    }

    /** What is kept. */
    public enum Part {
        MONTH,
        QUARTER,
        YEAR,
        DECADE
    }

    @Override
    public @Nullable Scalar apply(Scalar value, RecordContext context) {
        LocalDate date = value.isString() ? IsoDate.read(value.text().strip()) : null;
        return date == null ? null : Scalar.string(text(date));
    }

    private String text(LocalDate date) {
        String year = String.format("%04d", date.getYear());
        return switch (part) {
            case MONTH -> year + String.format("-%02d", date.getMonthValue());
            case QUARTER -> year + "-Q" + ((date.getMonthValue() + 2) / 3);
            case YEAR -> year;
            case DECADE -> year.substring(0, 3) + "0s";
        };
    }

    @Override
    public String name() {
        return "date_part";
    }
}
