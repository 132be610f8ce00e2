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

    private static final int LONGEST = 40;
    private static final int WIDEST = 30;

    private final BigDecimal step;

    /** @param step positive */
    public Round(BigDecimal step) {
        this.step = step;
    }

    @Override
    public @Nullable Scalar apply(Scalar value, RecordContext context) {
        if (!(value.isNumber() || value.isString()) || !numeric(value.text())) {
            return null;
        }
        BigDecimal number = new BigDecimal(value.text());
        if (Math.abs(number.scale()) > WIDEST) {
            return null;
        }
        BigDecimal rounded = number.divide(step, 0, RoundingMode.HALF_EVEN).multiply(step);
        int needed = Math.max(0, rounded.stripTrailingZeros().scale());
        String text = rounded.setScale(Math.max(Math.max(0, number.scale()), needed), RoundingMode.UNNECESSARY)
                .toPlainString();
        return new Scalar(value.kind(), text);
    }

    /** Whether a text is a number as JSON writes them (RFC 8259 section 6), and not too long. */
    private static boolean numeric(String text) {
        int end = text.length();
        int i = end > 0 && text.charAt(0) == '-' ? 1 : 0;
        int digits = digitsEnd(text, i);
        if (end > LONGEST || digits == i || (text.charAt(i) == '0' && digits > i + 1)) {
            return false;
        }
        i = digits;
        if (i < end && text.charAt(i) == '.') {
            int fraction = digitsEnd(text, i + 1);
            if (fraction == i + 1) {
                return false;
            }
            i = fraction;
        }
        return i == end || exponent(text, i);
    }

    private static boolean exponent(String text, int at) {
        int i = at;
        if (text.charAt(i) != 'e' && text.charAt(i) != 'E') {
            return false;
        }
        i++;
        if (i < text.length() && (text.charAt(i) == '+' || text.charAt(i) == '-')) {
            i++;
        }
        int digits = digitsEnd(text, i);
        return digits > i && digits - i <= 2 && digits == text.length();
    }

    private static int digitsEnd(String text, int from) {
        int i = from;
        while (i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9') {
            i++;
        }
        return i;
    }

    @Override
    public String name() {
        return "round";
    }
}
