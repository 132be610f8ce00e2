package dev.sluice.gateway.upstream;

import dev.sluice.gateway.failure.Failure;
import io.netty.buffer.ByteBuf;
import org.jspecify.annotations.Nullable;

/**
 * One request to an upstream and its answer, seen by the exchange that makes it. Lives on one event loop; outlives a
 * connection that died before it answered, if the request may be repeated.
 */
public final class UpstreamCall {

    private final Upstream upstream;
    private final UpstreamRequest request;
    private final UpstreamResponseListener listener;
    private @Nullable UpstreamConnection connection;
    private @Nullable Unreachable unreachable;
    private boolean over;
    private boolean reading = true;

    UpstreamCall(Upstream upstream, UpstreamRequest request, UpstreamResponseListener listener) {
        this.upstream = upstream;
        this.request = request;
        this.listener = listener;
    }

    Upstream upstream() {
        return upstream;
    }

    UpstreamRequest request() {
        return request;
    }

    UpstreamResponseListener listener() {
        return listener;
    }

    boolean over() {
        return over;
    }

    void attach(UpstreamConnection to) {
        connection = to;
        to.setReading(reading);
    }

    /** The answer is complete: the connection goes its own way. */
    void completed() {
        over = true;
        connection = null;
        listener.onEnd();
    }

    void fail(Failure failure) {
        if (!over) {
            over = true;
            connection = null;
            listener.onFailure(failure);
        }
    }

    void notReached(Unreachable why) {
        unreachable = why;
        fail(Failure.UPSTREAM_UNREACHABLE);
    }

    /** Why no connection came about, or null if one did or may. */
    public @Nullable Unreachable unreachable() {
        return unreachable;
    }

    /** Whether a piece of the request's body may be written now. */
    public boolean writable() {
        return connection != null && connection.writable();
    }

    /** Sends a piece of the request's body, framing included. Takes ownership. */
    public void write(ByteBuf framed) {
        if (connection == null) {
            framed.release();
        } else {
            connection.write(framed);
        }
    }

    /** Says that the request is complete, and sends what was written. */
    public void finishRequest() {
        if (connection != null) {
            connection.requestSent();
        }
    }

    public void flush() {
        if (connection != null) {
            connection.flush();
        }
    }

    /** Stops or resumes reading the answer. */
    public void setReading(boolean on) {
        reading = on;
        if (connection != null) {
            connection.setReading(on);
        }
    }

    /**
     * Gives the answer up: a short rest of it is read and thrown away so that the connection lives on, else it is
     * closed.
     */
    public void discard() {
        if (!over) {
            over = true;
            if (connection != null) {
                connection.discard();
                connection = null;
            }
        }
    }

    /** Gives the call up and closes its connection: the upstream sees a broken request or a reader that left. */
    public void cancel() {
        if (!over) {
            over = true;
            if (connection != null) {
                connection.close();
                connection = null;
            }
        }
    }
}
