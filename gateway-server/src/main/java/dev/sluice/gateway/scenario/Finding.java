package dev.sluice.gateway.scenario;

import org.jspecify.annotations.Nullable;

/**
 * One way in which something else came of a test than was expected.
 *
 * @param path where in the document, or null
 * @param pattern the same with no name that the bundle does not spell, or null
 * @param message without any value
 * @param expected JSON, or null
 * @param left JSON, or null; of the test's own input
 */
public record Finding(
        @Nullable String path,
        @Nullable String pattern,
        String message,
        @Nullable String expected,
        @Nullable String left) {

    static Finding of(String message) {
        return new Finding(null, null, message, null, null);
    }

    static Finding at(Spot spot, String message) {
        return new Finding(spot.path(), spot.pattern(), message, null, null);
    }

    static Finding missing(Spot spot, String expected) {
        return new Finding(spot.path(), spot.pattern(), "did not leave, and should", expected, null);
    }

    static Finding left(Spot spot, String left) {
        return new Finding(spot.path(), spot.pattern(), "left, and should not", null, left);
    }

    static Finding different(Spot spot, String expected, String left) {
        return new Finding(spot.path(), spot.pattern(), "left otherwise than it should", expected, left);
    }

    @Override
    public String toString() {
        return "Finding[" + pattern + " " + message + "]";
    }
}
