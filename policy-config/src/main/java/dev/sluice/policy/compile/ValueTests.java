package dev.sluice.policy.compile;

import dev.sluice.policy.evaluate.ValueTest;
import dev.sluice.policy.field.Scalar;
import dev.sluice.policy.model.Condition;
import dev.sluice.policy.model.FactValue;
import java.math.BigDecimal;
import java.util.List;

/** Turns the bundle's tests of one value into those that run. */
final class ValueTests {

    private ValueTests() {}

    /** The test of an attribute, whose JSON types are told apart. */
    static ValueTest of(Condition.ValueTest test) {
        if (test instanceof Condition.ValueTest.AnyOf anyOf) {
            return ValueTest.anyOf(scalars(anyOf.values()));
        }
        if (test instanceof Condition.ValueTest.NoneOf noneOf) {
            return ValueTest.noneOf(scalars(noneOf.values()));
        }
        return test instanceof Condition.ValueTest.AtLeast bound
                ? ValueTest.atLeast(new BigDecimal(bound.number()))
                : ValueTest.below(new BigDecimal(((Condition.ValueTest.Below) test).number()));
    }

    /** Whether it is the opposite of another test. */
    static boolean negative(Condition.ValueTest test) {
        return test instanceof Condition.ValueTest.NoneOf || test instanceof Condition.ValueTest.Below;
    }

    /**
     * The test of a fact, or of what it is the opposite of. @param number whether the fact is read as a number, else
     * as text
     */
    static ValueTest positive(Condition.ValueTest test, boolean number) {
        if (test instanceof Condition.ValueTest.AnyOf anyOf) {
            return ValueTest.anyOf(values(anyOf.values(), number));
        }
        if (test instanceof Condition.ValueTest.NoneOf noneOf) {
            return ValueTest.anyOf(values(noneOf.values(), number));
        }
        return ValueTest.atLeast(new BigDecimal(
                test instanceof Condition.ValueTest.AtLeast bound
                        ? bound.number()
                        : ((Condition.ValueTest.Below) test).number()));
    }

    private static List<Scalar> values(List<FactValue> values, boolean number) {
        return values.stream()
                .map(value -> number ? Scalar.number(value.text().strip()) : Scalar.string(value.text()))
                .toList();
    }

    private static List<Scalar> scalars(List<FactValue> values) {
        return values.stream().map(LayoutCompiler::scalar).toList();
    }
}
