package dev.sluice.gateway.proxy;

import dev.sluice.gateway.failure.Failure;
import io.netty.buffer.ByteBuf;

/** One request and its answer, from admission to the record of how it ended. All calls on one event loop. */
interface Exchange {

    void start();

    /** A piece of the request's body. The exchange owns it. */
    void onRequestBody(ByteBuf piece);

    /** All of the request that has arrived so far was handed over. */
    void onRequestPause();

    void onRequestEnd();

    /** Whether the caller can take more may have changed. */
    void onWritabilityChanged();

    /** Ends the exchange: with a problem before the answer began, else by cutting it. */
    void fail(Failure failure);

    /** The caller's connection is closed. */
    void onCallerGone(Failure why);
}
