package dev.sluice.gateway.admin;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.ScheduledFuture;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Lets one request of a connection through. It must be there whole within a time, however its bytes drip; its answer has as
 * long to be taken. What runs between the two may take its time.
 */
final class OneRequest extends ChannelDuplexHandler {

    private final Duration patience;
    private @Nullable ScheduledFuture<?> deadline;
    private boolean arrived;

    OneRequest(Duration patience) {
        this.patience = patience;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext ctx) {
        await(ctx);
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        // What a decoder makes of the rest when the connection ends is no request.
        if (arrived || !ctx.channel().isActive()) {
            ReferenceCountUtil.release(message);
            return;
        }
        arrived = true;
        clear();
        ctx.fireChannelRead(message);
    }

    @Override
    public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
        clear();
        await(ctx);
        ctx.write(message, promise);
    }

    private void await(ChannelHandlerContext ctx) {
        deadline = ctx.executor().schedule(() -> ctx.close(), patience.toNanos(), TimeUnit.NANOSECONDS);
    }

    private void clear() {
        if (deadline != null) {
            deadline.cancel(false);
            deadline = null;
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        clear();
        ctx.fireChannelInactive();
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext ctx) {
        clear();
    }
}
