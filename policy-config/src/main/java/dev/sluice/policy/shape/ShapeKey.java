package dev.sluice.policy.shape;

/** A key that a map may have. @param description a sentence for people */
public record ShapeKey(String name, Presence presence, ValueType type, String description) {

    /** Whether it must be there. */
    public enum Presence {
        REQUIRED,
        /** Required in some cases, which the parser knows. */
        SOMETIMES,
        OPTIONAL
    }
}
