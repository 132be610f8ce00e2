package dev.sluice.policy.model;

import java.util.List;

/** A fact of the record or the document, by name. */
public record FactShape(Named name, List<Place> at, boolean many, Type type) {

    public FactShape {
        at = List.copyOf(at);
    }

    /** How its text is read. */
    public enum Type {
        TEXT,
        NUMBER
    }
}
