package dev.sluice.policy.decision;

/** The bundle has no such partner, purpose or catalog, or the purpose is not the partner's. The message names it. */
public final class UnknownSubjectException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnknownSubjectException(String message) {
        super(message);
    }
}
