package dev.sluice.gateway.proxy;

import dev.sluice.gateway.enforce.BodyEnforcer;
import dev.sluice.gateway.enforce.BodyEnforcer.Step;
import dev.sluice.gateway.enforce.BodyFaultException;
import dev.sluice.gateway.enforce.Disclosed;
import io.netty.buffer.ByteBuf;
import java.nio.ByteBuffer;

/**
 * Drives one body through its enforcer. Here a lookup that takes time would stand between a step that needs a
 * decision and the decision; today all that a decision needs is at hand.
 */
final class Judging implements AutoCloseable {

    /** As much output as is worth a chunk of its own. */
    private static final int CHUNK = 64 * 1024;

    private final BodyEnforcer enforcer;
    private long bytesIn;

    Judging(BodyEnforcer enforcer) {
        this.enforcer = enforcer;
    }

    /** Takes a piece of the body. Owns it. */
    void take(ByteBuf piece) throws BodyFaultException {
        try {
            bytesIn += piece.readableBytes();
            if (piece.nioBufferCount() == 1) {
                feed(piece.nioBuffer());
            } else {
                for (ByteBuffer part : piece.nioBuffers()) {
                    feed(part);
                }
            }
        } finally {
            piece.release();
        }
    }

    private void feed(ByteBuffer input) throws BodyFaultException {
        while (enforcer.feed(input) == Step.DECISION) {
            decide();
        }
    }

    private void decide() throws BodyFaultException {
        Step step = enforcer.decide();
        while (step == Step.DECISION) {
            step = enforcer.decide();
        }
    }

    /** The input pauses: what waits is decided on what is there. */
    void pause() throws BodyFaultException {
        if (enforcer.pause() == Step.DECISION) {
            decide();
        }
    }

    /** The input ended: all that waits is decided, or the body is at fault. */
    void finish() throws BodyFaultException {
        if (enforcer.finish() == Step.DECISION) {
            decide();
        }
    }

    boolean committed() {
        return enforcer.committed();
    }

    boolean absent() {
        return enforcer.absent();
    }

    boolean nothingLeaves() {
        return enforcer.nothingLeaves();
    }

    /** Whether a chunk's worth of output waits that may leave. */
    boolean chunkReady() {
        return enforcer.outputLength() >= CHUNK && enforcer.committed();
    }

    byte[] output() {
        return enforcer.output();
    }

    int outputLength() {
        return enforcer.outputLength();
    }

    void clearOutput() {
        enforcer.clearOutput();
    }

    long bytesIn() {
        return bytesIn;
    }

    Disclosed disclosed() {
        return enforcer.disclosed();
    }

    @Override
    public void close() {
        enforcer.close();
    }
}
