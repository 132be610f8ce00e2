package dev.sluice.policy.model;

import dev.sluice.policy.diagnostic.SourceLocation;

/** A word of the bundle and where it stands: a category, a purpose, an id that is referred to. */
public record Named(String name, SourceLocation location) {

    @Override
    public String toString() {
        return name;
    }
}
