package dev.sluice.policy.decision;

/** What a condition answers (Kleene's strong logic of three values, semantics B3). */
public enum Ternary {
    FALSE,
    UNKNOWN,
    TRUE;

    public static Ternary of(boolean value) {
        return value ? TRUE : FALSE;
    }

    public Ternary and(Ternary other) {
        return ordinal() <= other.ordinal() ? this : other;
    }

    public Ternary or(Ternary other) {
        return ordinal() >= other.ordinal() ? this : other;
    }

    public Ternary not() {
        return switch (this) {
            case FALSE -> TRUE;
            case UNKNOWN -> UNKNOWN;
            case TRUE -> FALSE;
        };
    }
}
