package dev.sluice.gateway.admin;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandler;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpServerCodec;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** The handlers of a connection on which operators and their machines ask: one whole request, one answer. */
public final class OperatorPipeline {

    /** As long as a caller's head may take on the other listeners. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** A caller that still sends what is not taken is heard out so long, so that it reads the answer. */
    private static final long LINGER_MILLIS = 500;

    private OperatorPipeline() {}

    /** Whether this request's body was larger than is taken; its content is empty then. */
    public static boolean tooLarge(FullHttpRequest request) {
        return WholeRequests.lost(request);
    }

    /** Sends the only answer of a connection and closes it. */
    public static void answer(ChannelHandlerContext ctx, FullHttpRequest request, HttpResponse response) {
        ChannelFuture sent = ctx.writeAndFlush(response);
        if (tooLarge(request)) {
            sent.addListener(done -> ctx.executor().schedule(() -> ctx.close(), LINGER_MILLIS, TimeUnit.MILLISECONDS));
        } else {
            sent.addListener(ChannelFutureListener.CLOSE);
        }
    }

    /**
     * Puts the handlers behind those that the channel has.
     *
     * @param largestBody bytes that a request's body may have
     * @param answering gets the request, a {@link io.netty.handler.codec.http.FullHttpRequest}
     */
    public static void install(Channel channel, int largestBody, ChannelInboundHandler answering) {
        channel.pipeline()
                .addLast(new HttpServerCodec())
                .addLast(new WholeRequests(largestBody))
                .addLast(new OneRequest(PATIENCE))
                .addLast(answering);
    }
}
