package dev.sluice.gateway.scenario;

import org.jspecify.annotations.Nullable;

/**
 * One way in which something else came of a test than was expected.
 *
 * @param path where in the document, or null
 * @param message without any value
 * @param expected JSON, or null
 * @param left JSON, or null; of the test's own input
 */
public record Finding(
        @Nullable String path,
        String message,
        @Nullable String expected,
        @Nullable String left) {

    static Finding of(String message) {
        return new Finding(null, message, null, null);
    }

    static Finding at(String path, String message) {
        return new Finding(path, message, null, null);
    }

    static Finding missing(String path, String expected) {
        return new Finding(path, "did not leave, and should", expected, null);
    }

    static Finding left(String path, String left) {
        return new Finding(path, "left, and should not", null, left);
    }

    static Finding different(String path, String expected, String left) {
        return new Finding(path, "left otherwise than it should", expected, left);
    }

    @Override
    public String toString() {
        return "Finding[" + path + " " + message + "]";
    }
}
