package dev.sluice.policy.evaluate;

import dev.sluice.policy.diagnostic.VisibleText;
import dev.sluice.policy.field.Scalar;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The value of a customer's attribute. Personal data: never printed. */
public final class Attribute {

    private static final int LONGEST_NUMBER = 40;
    private static final int WIDEST_SCALE = 40;

    /** A value that is there but cannot be used. */
    static final Attribute UNKNOWN = new Attribute(Scalar.NULL);

    static final Attribute TRUE = new Attribute(new Scalar(Scalar.Kind.BOOLEAN, "true"));
    static final Attribute FALSE = new Attribute(new Scalar(Scalar.Kind.BOOLEAN, "false"));

    private final Scalar value;
    private final @Nullable BigDecimal number;

    private Attribute(Scalar value) {
        this.value = value;
        this.number = value.isNumber() ? number(value.text()) : null;
    }

    /** A value as a bundle names it or a proof draws it: whatever it is, it can be compared. */
    static Attribute named(Scalar value) {
        return new Attribute(value);
    }

    /**
     * What a customer's scalar is as an attribute. A text of which a reader does not see all may be another spelling of a
     * word that a bundle names, and is nothing that can be used; so is an empty one.
     */
    static Attribute of(Scalar value) {
        boolean text = value.kind() == Scalar.Kind.STRING;
        return text && !VisibleText.isSeenWhole(value.text()) ? UNKNOWN : new Attribute(value);
    }

    /** The number, or null if it is none or too long to be compared. */
    @Nullable BigDecimal number() {
        return number;
    }

    /** Whether both are the same JSON type and the same value; {@code 1} and {@code 1.0} are the same number. */
    boolean same(Attribute other) {
        if (number != null && other.number != null) {
            return number.compareTo(other.number) == 0;
        }
        return value.equals(other.value);
    }

    boolean isNumber() {
        return value.isNumber();
    }

    /** A literal's number, or null if it is too long to be compared. */
    static @Nullable BigDecimal number(String literal) {
        if (literal.length() > LONGEST_NUMBER) {
            return null;
        }
        BigDecimal number = new BigDecimal(literal);
        return Math.abs((long) number.scale()) > WIDEST_SCALE ? null : number;
    }

    @Override
    public String toString() {
        return "Attribute";
    }
}
