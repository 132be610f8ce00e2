package dev.sluice.gateway.proxy;

import dev.sluice.gateway.failure.Failure;
import io.netty.util.ByteProcessor;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the raw bytes of a request's head before any decoder does, and refuses what decoders have been known to
 * mend: a bare CR or LF, control characters, white space around names, folded lines, names with an underscore,
 * anything before the request line. Sees one head, in any number of pieces.
 */
final class HeadScanner implements ByteProcessor {

    static final int LONGEST_LINE = 8 * 1024;
    static final int LARGEST_HEAD = 32 * 1024;
    static final int MOST_FIELDS = 100;

    private static final boolean[] NAME = new boolean[128];

    static {
        "!#$%&'*+-.^`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
                .chars()
                .forEach(c -> NAME[c] = true);
    }

    /** What was seen, and what is awaited. */
    private enum State {
        METHOD,
        TARGET,
        VERSION,
        LINE_FEED,
        NAME_START,
        NAME,
        VALUE,
        LAST_LINE_FEED,
        COMPLETE
    }

    private State state = State.METHOD;
    private int total;
    private int inPart;
    private int fields;
    private @Nullable Failure failure;

    /** Whether any byte was seen. */
    boolean began() {
        return total > 0;
    }

    boolean complete() {
        return state == State.COMPLETE;
    }

    /** Why the head is refused, or null. */
    @Nullable Failure failure() {
        return failure;
    }

    void reset() {
        state = State.METHOD;
        total = 0;
        inPart = 0;
        fields = 0;
        failure = null;
    }

    /** Takes one byte. False at the head's end or at what is wrong with it. */
    @Override
    public boolean process(byte value) {
        int octet = value & 0xFF;
        if (++total > LARGEST_HEAD) {
            failure = Failure.HEAD_TOO_LARGE;
            return false;
        }
        if (total > LONGEST_LINE && state.ordinal() < State.LINE_FEED.ordinal()) {
            failure = Failure.TARGET_TOO_LONG;
            return false;
        }
        if (!accept(octet) && failure == null) {
            failure = Failure.BAD_REQUEST;
        }
        return failure == null && state != State.COMPLETE;
    }

    private boolean accept(int octet) {
        return switch (state) {
            case METHOD -> word(octet, ' ', State.TARGET) && (octet == ' ' || octet >= 'A' && octet <= 'Z');
            case TARGET -> word(octet, ' ', State.VERSION);
            case VERSION -> word(octet, '\r', State.LINE_FEED) && (octet < 'a' || octet > 'z');
            case LINE_FEED -> to(State.NAME_START, octet == '\n');
            case NAME_START -> nameStart(octet);
            case NAME -> name(octet);
            case VALUE -> value(octet);
            case LAST_LINE_FEED -> to(State.COMPLETE, octet == '\n');
            case COMPLETE -> false;
        };
    }

    /** A part of the request line: visible ASCII, not empty, ended by {@code end}. */
    private boolean word(int octet, int end, State next) {
        if (octet == end) {
            return to(next, inPart > 0);
        }
        inPart++;
        return octet > ' ' && octet < 0x7F;
    }

    private boolean nameStart(int octet) {
        if (octet == '\r') {
            return to(State.LAST_LINE_FEED, true);
        }
        if (++fields > MOST_FIELDS) {
            failure = Failure.HEAD_TOO_LARGE;
        }
        to(State.NAME, true);
        return name(octet);
    }

    private boolean name(int octet) {
        if (octet == ':') {
            return to(State.VALUE, inPart > 0);
        }
        inPart++;
        return octet < 128 && NAME[octet];
    }

    private boolean value(int octet) {
        if (octet == '\r') {
            return to(State.LINE_FEED, true);
        }
        return octet >= ' ' && octet != 0x7F || octet == '\t';
    }

    private boolean to(State next, boolean legal) {
        state = next;
        inPart = 0;
        return legal;
    }
}
