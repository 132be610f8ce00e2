package dev.sluice.policy.form;

import dev.sluice.policy.field.Form;
import dev.sluice.policy.field.RecordContext;
import dev.sluice.policy.field.Scalar;
import dev.sluice.policy.vocabulary.AgeReckoning;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The band of whole years that the age falls into, from an ISO 8601 birth date, at the exchange's instant. Somewhere it is
 * a day earlier or later: cannot apply where that makes another band, to a date in the future, nor to one more than 120
 * years ago.
 */
public final class AgeBand implements Form {

    private final int[] bounds;

    /** @param bounds ascending */
    public AgeBand(List<Integer> bounds) {
        this.bounds = bounds.stream().mapToInt(Integer::intValue).toArray();
    }

    @Override
    public @Nullable Scalar apply(Scalar value, RecordContext context) {
        LocalDate birth = value.isString() ? IsoDate.read(value.text().strip()) : null;
        if (birth == null) {
            return null;
        }
        String youngest = band(birth, LocalDate.ofInstant(context.instant(), AgeReckoning.WEST));
        String oldest = band(birth, LocalDate.ofInstant(context.instant(), AgeReckoning.EAST));
        return youngest == null || !youngest.equals(oldest) ? null : Scalar.string(youngest);
    }

    private @Nullable String band(LocalDate birth, LocalDate today) {
        boolean plausible = !birth.isAfter(today) && !birth.isBefore(today.minusYears(AgeReckoning.OLDEST));
        return plausible ? band((int) ChronoUnit.YEARS.between(birth, today)) : null;
    }

    private String band(int age) {
        if (age < bounds[0]) {
            return "<" + bounds[0];
        }
        int k = bounds.length - 1;
        if (age >= bounds[k]) {
            return bounds[k] + "+";
        }
        while (age < bounds[k]) {
            k--;
        }
        return bounds[k] + "-" + (bounds[k + 1] - 1);
    }

    @Override
    public String name() {
        return "age_band";
    }
}
