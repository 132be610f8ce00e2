package dev.sluice.policy.model;

import dev.sluice.policy.diagnostic.SourceLocation;

/** A word of the bundle and where it stands: a category, a purpose, an id that is referred to. */
public record Named(String name, SourceLocation location) {

    /** Stands where a word should and does not. Only in bundles that are refused. */
    public static Named missing(SourceLocation location) {
        return new Named("", location);
    }

    public boolean isMissing() {
        return name.isEmpty();
    }

    @Override
    public String toString() {
        return name;
    }
}
