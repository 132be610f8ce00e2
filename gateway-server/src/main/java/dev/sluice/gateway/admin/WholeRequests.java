package dev.sluice.gateway.admin;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.EmptyHttpHeaders;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.TooLongHttpContentException;
import org.jspecify.annotations.Nullable;

/**
 * Netty's aggregator, except that a body beyond the limit is not answered here, in no words: the request goes on without
 * its body, and whoever answers says so.
 */
final class WholeRequests extends HttpObjectAggregator {

    /** @param largestBody in bytes */
    WholeRequests(int largestBody) {
        super(largestBody);
    }

    /** Whether this request had a larger body than is taken, which it has no more. */
    static boolean lost(FullHttpRequest request) {
        return request.decoderResult().cause() instanceof TooLongHttpContentException;
    }

    @Override
    protected @Nullable Object newContinueResponse(HttpMessage start, int largestBody, ChannelPipeline pipeline) {
        return isContentLengthInvalid(start, largestBody)
                ? null
                : super.newContinueResponse(start, largestBody, pipeline);
    }

    @Override
    protected void handleOversizedMessage(ChannelHandlerContext ctx, HttpMessage oversized) {
        HttpRequest head = (HttpRequest) oversized;
        DefaultFullHttpRequest request = new DefaultFullHttpRequest(
                head.protocolVersion(),
                head.method(),
                head.uri(),
                Unpooled.EMPTY_BUFFER,
                head.headers(),
                EmptyHttpHeaders.INSTANCE);
        request.setDecoderResult(DecoderResult.failure(new TooLongHttpContentException("larger than is taken")));
        ctx.fireChannelRead(request);
    }
}
