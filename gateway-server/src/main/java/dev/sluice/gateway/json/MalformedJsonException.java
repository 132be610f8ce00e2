package dev.sluice.gateway.json;

/** A body that is not JSON, or is beyond a limit. Says where and what was expected, never what stood there. */
public final class MalformedJsonException extends Exception {

    private static final long serialVersionUID = 1L;

    private final long offset;

    /** @param offset bytes from the start of the body */
    public MalformedJsonException(long offset, String expectation) {
        super("byte " + offset + ": " + expectation, null, false, false);
        this.offset = offset;
    }

    public long offset() {
        return offset;
    }
}
