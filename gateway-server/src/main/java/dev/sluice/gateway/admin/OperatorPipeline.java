package dev.sluice.gateway.admin;

import io.netty.channel.Channel;
import io.netty.channel.ChannelInboundHandler;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import java.time.Duration;

/** The handlers of a connection on which operators and their machines ask: one whole request, one answer. */
public final class OperatorPipeline {

    /** As long as a caller's head may take on the other listeners. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private OperatorPipeline() {}

    /**
     * Puts the handlers behind those that the channel has.
     *
     * @param largestBody bytes that a request's body may have
     * @param answering gets the request, a {@link io.netty.handler.codec.http.FullHttpRequest}
     */
    public static void install(Channel channel, int largestBody, ChannelInboundHandler answering) {
        channel.pipeline()
                .addLast(new HttpServerCodec())
                .addLast(new HttpObjectAggregator(largestBody))
                .addLast(new OneRequest(PATIENCE))
                .addLast(answering);
    }
}
