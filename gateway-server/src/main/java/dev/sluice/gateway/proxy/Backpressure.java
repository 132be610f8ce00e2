package dev.sluice.gateway.proxy;

import dev.sluice.gateway.upstream.LazyDeadline;
import io.netty.channel.Channel;
import java.time.Duration;

/**
 * Couples a reader to a writer: while a channel cannot take more, the other side is not read. A channel that takes
 * nothing at all for a while is given up.
 */
final class Backpressure {

    /** The side that is read. */
    interface Source {
        void setReading(boolean on);
    }

    private static final long PATIENCE = Duration.ofSeconds(30).toNanos();

    private final Channel sink;
    private final Source source;
    private final Runnable stalled;
    private final LazyDeadline deadline;
    private boolean paused;
    private long roomNeeded;

    Backpressure(Channel sink, Source source, Runnable stalled) {
        this.sink = sink;
        this.source = source;
        this.stalled = stalled;
        this.deadline = new LazyDeadline(sink.eventLoop());
    }

    /** Looks whether the sink takes more, and stops or resumes the source. */
    void look() {
        boolean full = !sink.isWritable();
        if (full == paused) {
            return;
        }
        paused = full;
        if (full) {
            roomNeeded = sink.bytesBeforeWritable();
            deadline.set(PATIENCE, this::noProgress);
        } else {
            deadline.clear();
        }
        source.setReading(!full);
    }

    private void noProgress() {
        long needed = sink.bytesBeforeWritable();
        if (needed < roomNeeded) {
            roomNeeded = needed;
            deadline.set(PATIENCE, this::noProgress);
        } else {
            stalled.run();
        }
    }

    void close() {
        deadline.clear();
    }
}
