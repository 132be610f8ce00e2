package dev.sluice.policy.form;

import dev.sluice.policy.field.Form;
import dev.sluice.policy.field.RecordContext;
import dev.sluice.policy.field.Scalar;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * The nearest multiple of a step, halves to the even one. Numbers and numeric strings keep their type and their decimals; a
 * number of more than 40 characters, or with an exponent beyond 30, cannot be rounded.
 */
public final class Round implements Form {

    private final BigDecimal step;

    /** @param step positive */
    public Round(BigDecimal step) {
        this.step = step;
    }

    @Override
    public @Nullable Scalar apply(Scalar value, RecordContext context) {
        BigDecimal number = Numeric.read(value);
        if (number == null) {
            return null;
        }
        BigDecimal rounded = number.divide(step, 0, RoundingMode.HALF_EVEN).multiply(step);
        int needed = Math.max(0, rounded.stripTrailingZeros().scale());
        String text = rounded.setScale(Math.max(Math.max(0, number.scale()), needed), RoundingMode.UNNECESSARY)
                .toPlainString();
        return new Scalar(value.kind(), text);
    }

    @Override
    public String name() {
        return "round";
    }
}
