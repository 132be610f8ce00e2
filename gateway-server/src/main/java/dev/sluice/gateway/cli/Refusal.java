package dev.sluice.gateway.cli;

import org.jspecify.annotations.Nullable;

/**
 * Something that a person asked for cannot be done, said in their words. Ends the command with {@link
 * ExitCode#REFUSED}.
 */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient @Nullable String help;

    Refusal(String message) {
        this(message, null);
    }

    /** @param help what to do about it, or null */
    Refusal(String message, @Nullable String help) {
        super(message);
        this.help = help;
    }

    @Nullable String help() {
        return help;
    }
}
