package dev.sluice.gateway.proxy;

/** A failure's stack without its message, which might quote what was in hand. */
final class Redacted extends Exception {

    private static final long serialVersionUID = 1L;

    Redacted(Throwable cause) {
        super(cause.getClass().getName(), null, false, true);
        setStackTrace(cause.getStackTrace());
    }
}
