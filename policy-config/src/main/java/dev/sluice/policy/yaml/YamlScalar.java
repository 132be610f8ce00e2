package dev.sluice.policy.yaml;

import dev.sluice.policy.diagnostic.SourceLocation;

/**
 * A text, number, boolean or null. Unquoted JSON numbers are numbers, {@code true} and {@code false} booleans; all
 * else is text:
 * {@code NO}, {@code yes}, {@code 0123}, dates.
 *
 * @param text as written, without quotes
 */
public record YamlScalar(Kind kind, String text, SourceLocation location) implements YamlNode {

    /** What an unquoted scalar reads as. */
    public enum Kind {
        TEXT("text"),
        NUMBER("a number"),
        BOOLEAN("true or false"),
        NULL("nothing"),
        /** Stands where an alias stood, which is a problem of its own. */
        UNREADABLE("unreadable");

        private final String spoken;

        Kind(String spoken) {
            this.spoken = spoken;
        }
    }

    @Override
    public String kindName() {
        return kind.spoken;
    }

    public boolean isText() {
        return kind == Kind.TEXT;
    }
}
