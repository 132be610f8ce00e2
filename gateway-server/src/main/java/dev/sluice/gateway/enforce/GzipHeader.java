package dev.sluice.gateway.enforce;

import java.nio.ByteBuffer;

/**
 * Reads the header of a gzip member (RFC 1952 section 2.3), split wherever it may be. Its fields are skipped, within
 * a bound.
 */
final class GzipHeader {

    private static final int FHCRC = 2;
    private static final int FEXTRA = 4;
    private static final int FNAME = 8;
    private static final int FCOMMENT = 16;
    private static final int RESERVED = 0xE0;
    private static final int LONGEST = 64 * 1024;

    /** What is awaited. */
    private enum State {
        FIXED_PART,
        EXTRA_LENGTH,
        EXTRA,
        NAME,
        COMMENT,
        CHECKSUM,
        COMPLETE
    }

    private State state = State.FIXED_PART;
    private int at;
    private int total;
    private int flags;
    private int extraLength;

    boolean complete() {
        return state == State.COMPLETE;
    }

    /** Consumes header bytes. False if this is no gzip member. */
    boolean read(ByteBuffer input) {
        while (input.hasRemaining() && state != State.COMPLETE) {
            if (++total > LONGEST || !step(input.get() & 0xFF)) {
                return false;
            }
        }
        return true;
    }

    private boolean step(int octet) {
        switch (state) {
            case FIXED_PART -> {
                return fixedPart(octet);
            }
            case EXTRA_LENGTH -> {
                extraLength |= octet << 8 * at;
                if (++at == 2) {
                    enter(extraLength > 0 ? State.EXTRA : afterExtra());
                }
            }
            case EXTRA -> {
                if (++at == extraLength) {
                    enter(afterExtra());
                }
            }
            case NAME -> {
                if (octet == 0) {
                    enter(afterName());
                }
            }
            case COMMENT -> {
                if (octet == 0) {
                    enter(afterComment());
                }
            }
            case CHECKSUM -> {
                if (++at == 2) {
                    enter(State.COMPLETE);
                }
            }
            case COMPLETE -> throw new IllegalStateException("the header is complete");
        }
        return true;
    }

    private boolean fixedPart(int octet) {
        boolean sound = switch (at) {
            case 0 -> octet == 0x1F;
            case 1 -> octet == 0x8B;
            case 2 -> octet == 8;
            case 3 -> (octet & RESERVED) == 0;
            default -> true;
        };
        if (at == 3) {
            flags = octet;
        }
        if (++at == 10) {
            enter((flags & FEXTRA) != 0 ? State.EXTRA_LENGTH : afterExtra());
        }
        return sound;
    }

    private State afterExtra() {
        return (flags & FNAME) != 0 ? State.NAME : afterName();
    }

    private State afterName() {
        return (flags & FCOMMENT) != 0 ? State.COMMENT : afterComment();
    }

    private State afterComment() {
        return (flags & FHCRC) != 0 ? State.CHECKSUM : State.COMPLETE;
    }

    private void enter(State next) {
        state = next;
        at = 0;
    }
}
