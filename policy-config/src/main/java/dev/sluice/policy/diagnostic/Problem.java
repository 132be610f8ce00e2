package dev.sluice.policy.diagnostic;

import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with a bundle.
 *
 * @param code stable, in words: {@code unknown-category}; has a page of its own in the docs
 * @param message lower case, no final period, the subject in backticks, value and expectation
 * @param help what to do about it, or null
 */
public record Problem(
        Severity severity,
        String code,
        SourceLocation location,
        String message,
        @Nullable String help) {

    public static Problem error(String code, SourceLocation location, String message, @Nullable String help) {
        return new Problem(Severity.ERROR, code, location, message, help);
    }

    public static Problem warning(String code, SourceLocation location, String message, @Nullable String help) {
        return new Problem(Severity.WARNING, code, location, message, help);
    }
}
