package dev.sluice.policy.compare;

/** There are more customers than can be looked at. The message names whose, and the facts that make them many. */
public final class NotComparableException extends Exception {

    private static final long serialVersionUID = 1L;

    NotComparableException(String message) {
        super(message);
    }
}
