package dev.sluice.gateway.upstream;

import dev.sluice.gateway.failure.Failure;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One connection to an upstream. It carries one request at a time and goes back to the pool only when all that was
 * read belonged to the answer: whatever comes unasked closes it, so that no answer can reach the wrong exchange.
 */
final class UpstreamConnection extends ChannelInboundHandlerAdapter {

    private static final int MOST_INTERIM = 8;
    private static final int LARGEST_DISCARD = 64 * 1024;

    /** What was seen, and what is awaited. */
    private enum Phase {
        /** In the pool; anything that arrives is a surprise. */
        IDLE,
        /** A request was begun; its answer's head is awaited. */
        AWAITING_HEAD,
        /** The head was seen; body or end are awaited. */
        AWAITING_BODY,
        /** Nobody listens any more; the rest is thrown away. */
        DISCARDING,
        /** The end was seen; the pause that proves it is awaited. */
        SETTLING,
        CLOSED
    }

    private final UpstreamPool pool;
    private final Upstream upstream;
    private final AnswerDecoder decoder;
    private @Nullable ChannelHandlerContext context;
    private @Nullable LazyDeadline deadline;
    private @Nullable UpstreamCall call;
    private Phase phase = Phase.IDLE;
    private boolean used;
    private boolean reusable = true;
    private boolean requestOpen;
    private int discarded;
    private int interim;
    private boolean withinInterim;
    private long idleSince;

    UpstreamConnection(UpstreamPool pool, Upstream upstream, AnswerDecoder decoder) {
        this.pool = pool;
        this.upstream = upstream;
        this.decoder = decoder;
    }

    Upstream upstream() {
        return upstream;
    }

    long idleSince() {
        return idleSince;
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

    /** Begins a call: sends the request's head and, if it has no body, all of it. */
    void start(UpstreamCall next) {
        call = next;
        phase = Phase.AWAITING_HEAD;
        requestOpen = true;
        interim = 0;
        withinInterim = false;
        decoder.expectAnswer();
        next.attach(this);
        context()
                .write(
                        next.request().encode(context().alloc(), upstream),
                        context().voidPromise());
        if (next.request().contentLength() == UpstreamRequest.NO_BODY) {
            requestSent();
        } else {
            next.listener().onWritable();
        }
    }

    boolean writable() {
        return context().channel().isWritable();
    }

    void write(ByteBuf framed) {
        context().write(framed, context().voidPromise());
    }

    void requestSent() {
        requestOpen = false;
        context().flush();
        if (phase == Phase.AWAITING_HEAD) {
            deadline().set(upstream.firstByte().toNanos(), () -> fail(Failure.UPSTREAM_TIMEOUT));
        }
    }

    void flush() {
        context().flush();
    }

    void setReading(boolean on) {
        if (context().channel().config().isAutoRead() == on) {
            return;
        }
        if (phase == Phase.AWAITING_BODY) {
            if (on) {
                awaitMore();
            } else {
                deadline().clear();
            }
        }
        context().channel().config().setAutoRead(on);
    }

    void discard() {
        call = null;
        if (requestOpen || phase == Phase.AWAITING_HEAD) {
            close();
        } else {
            phase = Phase.DISCARDING;
            context().channel().config().setAutoRead(true);
            awaitMore();
        }
    }

    void close() {
        if (phase == Phase.IDLE) {
            pool.remove(this);
        }
        phase = Phase.CLOSED;
        call = null;
        deadline().clear();
        context().close();
    }

    private void awaitMore() {
        deadline().set(upstream.betweenBytes().toNanos(), () -> fail(Failure.UPSTREAM_TIMEOUT));
    }

    private void fail(Failure failure) {
        UpstreamCall failed = call;
        close();
        if (failed != null) {
            failed.fail(failure);
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        if (phase == Phase.AWAITING_HEAD && passesOver(message)) {
            ReferenceCountUtil.release(message);
            return;
        }
        if (phase == Phase.AWAITING_HEAD && message instanceof HttpResponse response) {
            head(response);
            if (!(message instanceof HttpContent)) {
                return;
            }
        }
        if (message instanceof HttpContent content && (phase == Phase.AWAITING_BODY || phase == Phase.DISCARDING)) {
            body(content);
            return;
        }
        ReferenceCountUtil.release(message);
        if (phase != Phase.CLOSED) {
            fail(Failure.UPSTREAM_PROTOCOL);
        }
    }

    /** Interim answers say nothing that a caller may hear, so they are dropped (RFC 9110 section 15.2); a few of them. */
    private boolean passesOver(Object message) {
        if (message instanceof HttpResponse response && AnswerHeads.interim(response) && interim < MOST_INTERIM) {
            interim++;
            withinInterim = true;
            return true;
        }
        boolean end = withinInterim
                && message instanceof LastHttpContent content
                && !content.content().isReadable();
        withinInterim = false;
        return end;
    }

    private void head(HttpResponse response) {
        UpstreamHead head = AnswerHeads.read(response);
        if (head == null) {
            fail(Failure.UPSTREAM_PROTOCOL);
            return;
        }
        reusable = HttpUtil.isKeepAlive(response) && !head.delimitedByClose() && !requestOpen;
        phase = Phase.AWAITING_BODY;
        awaitMore();
        Objects.requireNonNull(call).listener().onHead(head);
    }

    private void body(HttpContent content) {
        if (content.decoderResult().isFailure()) {
            content.release();
            fail(Failure.UPSTREAM_PROTOCOL);
            return;
        }
        boolean last = content instanceof LastHttpContent;
        ByteBuf piece = content.content();
        UpstreamCall current = call;
        if (phase == Phase.DISCARDING || current == null || !piece.isReadable()) {
            discarded += piece.readableBytes();
            content.release();
            if (discarded > LARGEST_DISCARD && !last) {
                close();
                return;
            }
        } else {
            current.listener().onBody(piece);
        }
        if (last && phase != Phase.CLOSED) {
            ended();
        }
    }

    private void ended() {
        deadline().clear();
        phase = Phase.SETTLING;
        UpstreamCall ended = call;
        call = null;
        if (ended != null) {
            ended.completed();
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext ctx) {
        if (phase == Phase.SETTLING) {
            settle();
        } else if (phase == Phase.AWAITING_BODY && call != null) {
            if (ctx.channel().config().isAutoRead()) {
                awaitMore();
            }
            call.listener().onPause();
        } else if (phase == Phase.IDLE && decoder.hasResidue()) {
            close();
        }
    }

    /** All that was read belonged to the answer, or else the connection ends here. */
    private void settle() {
        if (!reusable
                || requestOpen
                || decoder.hasResidue()
                || !context().channel().isActive()) {
            close();
            return;
        }
        phase = Phase.IDLE;
        used = true;
        discarded = 0;
        idleSince = System.nanoTime();
        context().channel().config().setAutoRead(true);
        pool.release(this);
    }

    void closeWhenIdleFor(long nanos) {
        deadline().set(nanos, this::close);
    }

    void leavePool() {
        deadline().clear();
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext ctx) {
        if (call == null || !requestOpen) {
            return;
        }
        if (ctx.channel().isWritable()) {
            deadline().clear();
            call.listener().onWritable();
        } else {
            awaitMore();
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        Phase was = phase;
        UpstreamCall lost = call;
        phase = Phase.CLOSED;
        call = null;
        deadline().clear();
        if (was == Phase.IDLE) {
            pool.remove(this);
        }
        if (lost == null) {
            return;
        }
        if (was == Phase.AWAITING_HEAD
                && used
                && !decoder.began()
                && lost.request().repeatable()) {
            pool.repeat(lost);
        } else {
            lost.fail(
                    was == Phase.AWAITING_HEAD && !decoder.began()
                            ? Failure.UPSTREAM_SILENT
                            : Failure.UPSTREAM_TRUNCATED);
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        if (cause instanceof IOException) {
            // A reset: channelInactive follows and knows what was lost.
            ctx.close();
        } else {
            // TLS that breaks after its handshake: the request may have arrived.
            fail(
                    phase == Phase.AWAITING_HEAD && !decoder.began()
                            ? Failure.UPSTREAM_SILENT
                            : Failure.UPSTREAM_PROTOCOL);
        }
    }
}
