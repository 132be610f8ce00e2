package dev.sluice.gateway.json;

/**
 * Where a walk stopped: named by what was just seen or is awaited next. Constants, so that the walk can switch over
 * them.
 */
final class WalkState {

    /** A document is awaited. */
    static final int ROOT = 0;
    /** An object has opened. */
    static final int FIRST_MEMBER = 1;
    /** A comma was seen in an object: a member's name is awaited. */
    static final int MEMBER = 2;
    /** A name was seen: its colon is awaited. */
    static final int COLON = 3;
    /** A value is awaited, or was begun and is read again from its start. */
    static final int VALUE = 4;
    /** A string that never leaves was begun; what was read of it is forgotten. */
    static final int REST_OF_STRING = 5;
    /** A value was seen: a comma or the container's end is awaited. */
    static final int AFTER_VALUE = 6;
    /** An array has opened. */
    static final int FIRST_ELEMENT = 7;
    /** The document's value was seen. */
    static final int ROOT_END = 8;

    /** A container's closing bracket was seen; never left standing. */
    static final int CLOSE = 9;

    private WalkState() {}

    static String expectation(int state) {
        return switch (state) {
            case FIRST_MEMBER -> "expected a member's name or the object's end";
            case COLON -> "expected a colon behind a member's name";
            case AFTER_VALUE -> "expected a comma or the container's end";
            default -> "expected nothing behind the document";
        };
    }
}
