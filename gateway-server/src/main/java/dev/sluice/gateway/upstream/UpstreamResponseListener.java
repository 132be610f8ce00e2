package dev.sluice.gateway.upstream;

import dev.sluice.gateway.failure.Failure;
import io.netty.buffer.ByteBuf;

/**
 * Who waits for an answer. Called on the event loop of the connection, in this order: once {@link #onHead}, any
 * number of {@link #onBody} and {@link #onPause}, once {@link #onEnd}; {@link #onFailure} may take the place of any
 * of them and is the last call.
 */
public interface UpstreamResponseListener {

    /** The request may be written, or written on: the connection stands and its buffers have room. */
    default void onWritable() {}

    void onHead(UpstreamHead head);

    /** A piece of the body. The listener owns it and must release it. */
    void onBody(ByteBuf piece);

    /** All that has arrived so far was handed over. */
    void onPause();

    /** The answer is complete by its framing. The connection is no longer the listener's. */
    void onEnd();

    /** The answer is not, or not any more, to be had. The connection is closed. */
    void onFailure(Failure failure);
}
