package dev.sluice.gateway.config;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Durations such as {@code 500ms}, {@code 25s}, {@code 5m}, {@code 30d}, and sizes such as {@code 256KiB}, {@code
 * 1MiB}, {@code
 * 4GiB}.
 */
final class Units {

    private static final Pattern DURATION = Pattern.compile("([1-9][0-9]{0,8})(ms|s|m|h|d)");
    private static final Pattern SIZE = Pattern.compile("([1-9][0-9]{0,8})(KiB|MiB|GiB)");

    private Units() {}

    static Optional<Duration> duration(String text) {
        Matcher matcher = DURATION.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        long count = Long.parseLong(matcher.group(1));
        return Optional.of(
                switch (matcher.group(2)) {
                    case "ms" -> Duration.ofMillis(count);
                    case "s" -> Duration.ofSeconds(count);
                    case "m" -> Duration.ofMinutes(count);
                    case "h" -> Duration.ofHours(count);
                    default -> Duration.ofDays(count);
                });
    }

    /** Bytes. */
    static Optional<Long> size(String text) {
        Matcher matcher = SIZE.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        long count = Long.parseLong(matcher.group(1));
        return Optional.of(
                switch (matcher.group(2)) {
                    case "KiB" -> count << 10;
                    case "MiB" -> count << 20;
                    default -> count << 30;
                });
    }
}
