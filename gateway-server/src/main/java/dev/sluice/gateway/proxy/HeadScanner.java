package dev.sluice.gateway.proxy;

import dev.sluice.gateway.failure.Failure;
import io.netty.util.ByteProcessor;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the raw bytes of a request's head before any decoder does, and refuses what decoders have been known to
 * mend: a bare CR or LF, control characters, white space around names, folded lines, names with an underscore,
 * anything before the request line but one empty line (RFC 9112 section 2.2), which nobody behind it gets to see. Sees one
 * head, in any number of pieces.
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
        START,
        EMPTY_LINE_FEED,
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

    private State state = State.START;
    private int skipped;
    private int total;
    private int inPart;
    private int fields;
    private @Nullable Failure failure;

    /** Whether any byte of the head itself was seen. */
    boolean began() {
        return state.ordinal() >= State.METHOD.ordinal();
    }

    /** Bytes of an empty line before the head. */
    int skipped() {
        return skipped;
    }

    boolean complete() {
        return state == State.COMPLETE;
    }

    /** Why the head is refused, or null. */
    @Nullable Failure failure() {
        return failure;
    }

    void reset() {
        state = State.START;
        skipped = 0;
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
            case START -> start(octet);
            case EMPTY_LINE_FEED -> skip(State.START, octet == '\n');
            case METHOD -> method(octet);
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

    private boolean start(int octet) {
        if (octet == '\r' && skipped == 0) {
            return skip(State.EMPTY_LINE_FEED, true);
        }
        to(State.METHOD, true);
        return method(octet);
    }

    private boolean skip(State next, boolean legal) {
        skipped++;
        total = 0;
        return to(next, legal);
    }

    private boolean method(int octet) {
        return word(octet, ' ', State.TARGET) && (octet == ' ' || octet >= 'A' && octet <= 'Z');
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
