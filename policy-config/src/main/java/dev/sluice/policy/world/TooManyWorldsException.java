package dev.sluice.policy.world;

/** There are more worlds than can be looked at. The message names the facts that make them many. */
public final class TooManyWorldsException extends Exception {

    private static final long serialVersionUID = 1L;

    TooManyWorldsException(String message) {
        super(message);
    }
}
