package dev.sluice.policy.model;

/** A scalar that a document may hold, as YAML wrote it: {@code 1} is not {@code "1"}. */
public record FactValue(Kind kind, String text) {

    /** The JSON type it must have. */
    public enum Kind {
        STRING,
        NUMBER,
        BOOLEAN
    }
}
