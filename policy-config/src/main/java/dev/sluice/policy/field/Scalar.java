package dev.sluice.policy.field;

/**
 * One JSON scalar: a string decoded, a number by its literal, a boolean as {@code true} or {@code false}. It may be
 * personal
 * data, so it never prints its text.
 */
public record Scalar(Kind kind, String text) {

    /** The JSON type of a scalar. */
    public enum Kind {
        STRING,
        NUMBER,
        BOOLEAN,
        /** What a form may answer; a form is never asked about {@code null}. */
        NULL
    }

    /** {@code null} in the place of a value. */
    public static final Scalar NULL = new Scalar(Kind.NULL, "null");

    public static Scalar string(String text) {
        return new Scalar(Kind.STRING, text);
    }

    public static Scalar number(String literal) {
        return new Scalar(Kind.NUMBER, literal);
    }

    public boolean isString() {
        return kind == Kind.STRING;
    }

    public boolean isNumber() {
        return kind == Kind.NUMBER;
    }

    @Override
    public String toString() {
        return kind + "[" + text.length() + " characters]";
    }
}
