package dev.sluice.gateway.proxy;

import dev.sluice.gateway.failure.Failure;
import dev.sluice.gateway.upstream.LazyDeadline;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.ReferenceCountUtil;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Guards the raw bytes of a connection: each head well-formed, within limits and in time, and one exchange after the
 * other. What arrives while an exchange is under way is held back, unread by anyone, until the exchange is over.
 */
final class HeadGuard extends ChannelInboundHandlerAdapter {

    /** The raw bytes' place in the exchange. */
    private enum Phase {
        HEAD,
        BODY,
        HOLDING,
        REFUSED
    }

    /** How long a head may take, a connection may idle, and a body may pause. */
    record Patience(Duration head, Duration idle, Duration body) {}

    private final Patience patience;
    private final HeadScanner scanner = new HeadScanner();
    private final ArrayDeque<ByteBuf> held = new ArrayDeque<>(2);
    private @Nullable ChannelHandlerContext context;
    private @Nullable LazyDeadline deadline;
    private Phase phase = Phase.HEAD;

    HeadGuard(Patience patience) {
        this.patience = patience;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext ctx) {
        context = ctx;
        deadline = new LazyDeadline(ctx.executor());
    }

    private ChannelHandlerContext context() {
        return Objects.requireNonNull(context);
    }

    private LazyDeadline deadline() {
        return Objects.requireNonNull(deadline);
    }

    @Override
    public void channelActive(ChannelHandlerContext ctx) {
        deadline().set(patience.head().toNanos(), this::headLate);
        ctx.fireChannelActive();
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        if (!(message instanceof ByteBuf bytes)) {
            ReferenceCountUtil.release(message);
            return;
        }
        switch (phase) {
            case HEAD -> head(ctx, bytes);
            case BODY -> ctx.fireChannelRead(bytes);
            case HOLDING -> {
                held.add(bytes);
                ctx.channel().config().setAutoRead(false);
            }
            case REFUSED -> bytes.release();
        }
    }

    private void head(ChannelHandlerContext ctx, ByteBuf bytes) {
        boolean began = scanner.began();
        int skipped = scanner.skipped();
        bytes.forEachByte(scanner);
        Failure failure = scanner.failure();
        if (failure != null) {
            bytes.release();
            refuse(failure);
            return;
        }
        bytes.skipBytes(scanner.skipped() - skipped);
        if (!scanner.began()) {
            bytes.release();
            return;
        }
        if (scanner.complete()) {
            phase = Phase.BODY;
            deadline().set(patience.body().toNanos(), this::bodyLate);
        } else if (!began) {
            deadline().set(patience.head().toNanos(), this::headLate);
        }
        ctx.fireChannelRead(bytes);
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext ctx) {
        if (phase == Phase.BODY) {
            deadline().set(patience.body().toNanos(), this::bodyLate);
        }
        ctx.fireChannelReadComplete();
    }

    private void refuse(Failure failure) {
        phase = Phase.REFUSED;
        deadline().clear();
        context().fireChannelRead(RefusedRequest.unread(failure));
    }

    private void headLate() {
        if (scanner.began()) {
            refuse(Failure.REQUEST_TIMEOUT);
        } else {
            context().close();
        }
    }

    private void bodyLate() {
        if (context().channel().config().isAutoRead()) {
            refuse(Failure.REQUEST_TIMEOUT);
        } else {
            deadline().set(patience.body().toNanos(), this::bodyLate);
        }
    }

    /** The request has arrived whole: what follows belongs to a later one. */
    void requestComplete() {
        if (phase == Phase.BODY) {
            phase = Phase.HOLDING;
            deadline().clear();
        }
    }

    /** Nothing that still arrives is of interest: it is thrown away until the connection closes. */
    void swallow() {
        phase = Phase.REFUSED;
        releaseHeld();
        deadline().clear();
        context().channel().config().setAutoRead(true);
    }

    /** The exchange is over: the next head may be read. */
    void next() {
        phase = Phase.HEAD;
        scanner.reset();
        deadline().set(patience.idle().toNanos(), this::headLate);
        context().channel().config().setAutoRead(true);
        if (held.isEmpty()) {
            return;
        }
        int count = held.size();
        for (int k = 0; k < count; k++) {
            ByteBuf bytes = held.poll();
            if (bytes != null) {
                channelRead(context(), bytes);
            }
        }
        context().fireChannelReadComplete();
    }

    private void releaseHeld() {
        held.forEach(ByteBuf::release);
        held.clear();
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        deadline().clear();
        releaseHeld();
        phase = Phase.REFUSED;
        ctx.fireChannelInactive();
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext ctx) {
        deadline().clear();
        releaseHeld();
    }
}
