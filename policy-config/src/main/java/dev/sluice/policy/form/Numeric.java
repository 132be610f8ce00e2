package dev.sluice.policy.form;

import dev.sluice.policy.field.Scalar;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Numbers and numeric texts, as JSON writes numbers (RFC 8259 section 6), of at most 40 characters and an exponent
 * of at most
 * 30.
 */
final class Numeric {

    private static final int LONGEST = 40;
    private static final int WIDEST = 30;

    private Numeric() {}

    /** The number that a scalar is, or null if it is none or too long. */
    static @Nullable BigDecimal read(Scalar value) {
        if (!(value.isNumber() || value.isString()) || !numeric(value.text())) {
            return null;
        }
        BigDecimal number = new BigDecimal(value.text());
        return Math.abs(number.scale()) > WIDEST ? null : number;
    }

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
}
