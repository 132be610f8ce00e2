package dev.sluice.policy.evaluate;

import dev.sluice.policy.decision.Ternary;
import dev.sluice.policy.field.Scalar;
import java.math.BigDecimal;
import java.util.List;

/** A test of an attribute's value. */
@FunctionalInterface
public interface ValueTest {

    Ternary of(Attribute value);

    /** Whether it is one of these, JSON types told apart. */
    static ValueTest anyOf(List<Scalar> values) {
        Attribute[] wanted = values.stream().map(Attribute::named).toArray(Attribute[]::new);
        return value -> {
            if (value.isNumber() && value.number() == null) {
                return Ternary.UNKNOWN;
            }
            for (Attribute one : wanted) {
                if (one.same(value)) {
                    return Ternary.TRUE;
                }
            }
            return Ternary.FALSE;
        };
    }

    static ValueTest noneOf(List<Scalar> values) {
        ValueTest anyOf = anyOf(values);
        return value -> anyOf.of(value).not();
    }

    /** Whether it is a number of at least that much; of anything but a number nobody knows. */
    static ValueTest atLeast(BigDecimal bound) {
        return value -> {
            BigDecimal number = value.number();
            return number == null ? Ternary.UNKNOWN : Ternary.of(number.compareTo(bound) >= 0);
        };
    }

    static ValueTest below(BigDecimal bound) {
        ValueTest atLeast = atLeast(bound);
        return value -> atLeast.of(value).not();
    }
}
