package dev.sluice.gateway.json;

/** A fault at a place of the window; the walker turns it into a {@link MalformedJsonException} with the body's offset. */
final class MalformedHere extends Exception {

    private static final long serialVersionUID = 1L;

    private final int at;

    MalformedHere(int at, String expectation) {
        super(expectation, null, false, false);
        this.at = at;
    }

    /** The place in the window. */
    int at() {
        return at;
    }

    String expectation() {
        return String.valueOf(getMessage());
    }
}
