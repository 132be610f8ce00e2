package dev.sluice.gateway.proxy;

import dev.sluice.gateway.enforce.Disclosed;
import dev.sluice.gateway.failure.Failure;
import dev.sluice.gateway.failure.ProblemDetails;
import dev.sluice.gateway.metrics.ExchangeObserver;
import dev.sluice.gateway.metrics.ExchangeSummary;
import dev.sluice.gateway.route.Direction;
import dev.sluice.gateway.upstream.Unreachable;
import dev.sluice.gateway.upstream.Upstream;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.ssl.SslCloseCompletionEvent;
import io.netty.util.ReferenceCountUtil;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The last handler: opens an exchange for an admitted request, answers a refused one, and decides what becomes of the
 * connection when both the request and its answer are complete. One exchange at a time.
 */
final class ExchangeHandler extends ChannelInboundHandlerAdapter {

    private static final Logger LOG = LoggerFactory.getLogger(ExchangeHandler.class);
    private static final long LINGER_MILLIS = 500;

    private final HeadGuard guard;
    private final RequestDecoder decoder;
    private final Direction direction;
    private final Map<String, Upstream> upstreams;
    private final LoopResources resources;
    private final ExchangeLimits limits;
    private final ExchangeObserver observer;
    private @Nullable Turn turn;
    private boolean surplus;
    private boolean ending;

    ExchangeHandler(
            HeadGuard guard,
            RequestDecoder decoder,
            Direction direction,
            Map<String, Upstream> upstreams,
            LoopResources resources,
            ExchangeLimits limits,
            ExchangeObserver observer) {
        this.guard = guard;
        this.decoder = decoder;
        this.direction = direction;
        this.upstreams = upstreams;
        this.resources = resources;
        this.limits = limits;
        this.observer = observer;
    }

    /** One request's turn on the connection, from its head until both it and its answer are complete. */
    private static final class Turn {

        final String id = ExchangeIds.next();
        final long began = System.nanoTime();
        final Answer answer;
        final @Nullable RequestHead head;

        @Nullable AdmittedRequest admitted;

        @Nullable RefusedRequest refused;

        @Nullable Exchange exchange;

        boolean counted;
        boolean requestComplete;
        boolean answerComplete;

        Turn(ChannelHandlerContext ctx, @Nullable RequestHead head, boolean compressed, boolean keepAlive) {
            this.head = head;
            boolean headOnly = head != null && head.headOnly();
            boolean gzip = compressed && head != null && head.acceptsGzip();
            this.answer = new Answer(ctx, id, headOnly, gzip, keepAlive);
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        if (ending) {
            ReferenceCountUtil.release(message);
        } else if (message instanceof HttpContent content) {
            body(ctx, content);
        } else if (turn != null) {
            interrupted(ctx, message);
        } else if (message instanceof AdmittedRequest admitted) {
            open(ctx, admitted);
        } else if (message instanceof RefusedRequest refused) {
            refuse(ctx, refused);
        } else {
            ReferenceCountUtil.release(message);
            ctx.close();
        }
    }

    /**
     * Something other than a body's piece while an exchange is under way: its own request breaks, or another one was
     * pipelined.
     */
    private void interrupted(ChannelHandlerContext ctx, Object message) {
        Turn current = Objects.requireNonNull(turn);
        if (message instanceof RefusedRequest refused && refused.head() == null && !current.requestComplete) {
            current.answer.closeAfter();
            if (current.exchange != null && !current.answerComplete) {
                current.exchange.fail(refused.failure());
            } else {
                ctx.close();
            }
        } else {
            surplus = true;
            ReferenceCountUtil.release(message);
        }
    }

    private void open(ChannelHandlerContext ctx, AdmittedRequest admitted) {
        RequestHead head = admitted.head();
        Turn next = new Turn(ctx, head, admitted.route().compressed(), head.keepAlive() && !limits.stopping());
        next.admitted = admitted;
        turn = next;
        if (limits.stopping() || !limits.enter()) {
            Failure failure = limits.stopping() ? Failure.STOPPING : Failure.BUSY;
            problem(ctx, next, ProblemDetails.of(failure, next.id), ProblemLines.retryAfter(1));
            return;
        }
        next.counted = true;
        Upstream upstream =
                Objects.requireNonNull(upstreams.get(admitted.route().upstream()));
        Exchange exchange = direction == Direction.PULL
                ? new PullExchange(ctx, admitted, upstream, resources, next.answer, r -> over(ctx, next, r))
                : new PushExchange(ctx, admitted, upstream, resources, next.answer, r -> over(ctx, next, r));
        next.exchange = exchange;
        exchange.start();
    }

    private void refuse(ChannelHandlerContext ctx, RefusedRequest refused) {
        RequestHead head = refused.head();
        boolean keepAlive = head != null && head.keepAlive() && !head.hasBody() && !limits.stopping();
        Turn next = new Turn(ctx, head, false, keepAlive);
        next.refused = refused;
        turn = next;
        ProblemDetails problem =
                new ProblemDetails(refused.failure(), refused.failure().status(), next.id, refused.purposes());
        problem(ctx, next, problem, ProblemLines.allow(refused.methods()));
    }

    private void problem(ChannelHandlerContext ctx, Turn current, ProblemDetails problem, ProblemLines lines) {
        if (current.head != null && current.head.hasBody() && !current.requestComplete) {
            current.answer.closeAfter();
        }
        current.answer.problem(problem, lines);
        over(ctx, current, new ExchangeResult(problem.failure(), 0, Disclosed.NOTHING, null));
    }

    private void body(ChannelHandlerContext ctx, HttpContent content) {
        Turn current = turn;
        if (current == null || current.requestComplete) {
            content.release();
            return;
        }
        boolean last = content instanceof LastHttpContent;
        boolean broken = content.decoderResult().isFailure();
        Exchange exchange = current.answerComplete ? null : current.exchange;
        if (broken || exchange == null || !content.content().isReadable()) {
            content.release();
        } else {
            exchange.onRequestBody(content.content());
        }
        if (broken) {
            current.answer.closeAfter();
            if (exchange != null) {
                exchange.fail(Failure.BAD_REQUEST);
            }
        } else if (last) {
            current.requestComplete = true;
            guard.requestComplete();
            if (exchange != null && !current.answerComplete) {
                exchange.onRequestEnd();
            }
            settle(ctx, current);
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext ctx) {
        Turn current = turn;
        if (current != null && current.exchange != null && !current.answerComplete) {
            current.exchange.onRequestPause();
        }
    }

    /** The answer is written, or it never will be. */
    private void over(ChannelHandlerContext ctx, Turn current, ExchangeResult result) {
        current.answerComplete = true;
        if (current.counted) {
            limits.leave();
        }
        Failure failure = result.failure();
        boolean cut = failure != null && current.exchange != null && !wasTold(current.answer, failure);
        report(current, result, cut);
        if (cut) {
            current.answer.cut();
        } else {
            if (current.head != null && current.head.hasBody() && !current.requestComplete) {
                current.answer.closeAfter();
            }
            current.answer.flush();
        }
        current.answer.release();
        if (cut) {
            turn = null;
            ending = true;
            guard.swallow();
        } else {
            settle(ctx, current);
        }
    }

    /** Whether the failure is what the answer says, and not what broke it off. */
    private static boolean wasTold(Answer answer, Failure failure) {
        return answer.toldProblem() && failure.status() != 499;
    }

    private void report(Turn current, ExchangeResult result, boolean cut) {
        AdmittedRequest admitted = current.admitted;
        RefusedRequest refused = current.refused;
        Disclosed disclosed = result.disclosed();
        Unreachable unreachable = result.unreachable();
        observer.ended(new ExchangeSummary(
                current.id,
                direction.word(),
                current.head == null ? "-" : current.head.method(),
                admitted != null ? admitted.partner().id() : refused != null ? refused.partner() : null,
                admitted != null ? admitted.route().id() : refused != null ? refused.route() : null,
                admitted != null ? admitted.route().catalog() : null,
                admitted != null ? admitted.purpose() : null,
                admitted != null ? admitted.disclosure().version().brief() : null,
                result.failure(),
                unreachable == null ? null : unreachable.word(),
                current.answer.status(),
                cut,
                result.bytesIn(),
                current.answer.bytes(),
                disclosed.recordsShared(),
                disclosed.recordsWithheld(),
                disclosed.withheldByCause(),
                disclosed.fieldsByForm(),
                disclosed.fieldsByCause(),
                disclosed.unclassified(),
                System.nanoTime() - current.began));
    }

    /** When both sides are complete, the connection goes on to the next request or ends. */
    private void settle(ChannelHandlerContext ctx, Turn current) {
        if (!current.answerComplete || turn != current) {
            return;
        }
        if (!current.answer.keepAlive()) {
            turn = null;
            end(ctx, current.requestComplete);
        } else if (current.requestComplete) {
            turn = null;
            if (surplus || decoder.hasResidue() || limits.stopping()) {
                end(ctx, true);
            } else {
                guard.next();
            }
        }
    }

    /**
     * Closes once the answer is sent; a caller that is still sending is heard out for a moment, so that it reads the
     * answer.
     */
    private void end(ChannelHandlerContext ctx, boolean requestComplete) {
        ending = true;
        guard.swallow();
        if (requestComplete) {
            ctx.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(ChannelFutureListener.CLOSE);
        } else {
            ctx.executor().schedule(() -> ctx.close(), LINGER_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext ctx) {
        Turn current = turn;
        if (current != null && current.exchange != null && !current.answerComplete) {
            current.exchange.onWritabilityChanged();
        }
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
        if (event instanceof VersionEnded ended) {
            AdmittedRequest admitted = turn == null ? null : turn.admitted;
            if (admitted != null && !admitted.disclosure().version().equals(ended.inForce())) {
                endUnderWay(Failure.POLICY_REPLACED);
            }
        } else if (event instanceof DrainEnded) {
            if (turn == null && !ending) {
                ctx.close();
            } else {
                endUnderWay(Failure.STOPPING);
            }
        } else if (event instanceof SslCloseCompletionEvent) {
            // The caller ended its side of TLS: it is gone, as one whose connection ends.
            ctx.close();
        } else {
            ctx.fireUserEventTriggered(event);
        }
    }

    /** Ends the exchange, if one is under way, from the gateway's side: nothing else comes on this connection. */
    private void endUnderWay(Failure why) {
        Turn current = turn;
        if (current != null && current.exchange != null && !current.answerComplete) {
            current.answer.closeAfter();
            current.exchange.fail(why);
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        Turn current = turn;
        turn = null;
        if (current != null && current.exchange != null && !current.answerComplete) {
            current.exchange.onCallerGone(limits.cutting() ? Failure.STOPPING : Failure.CLIENT_GONE);
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        boolean peers = cause instanceof IOException || cause.getCause() instanceof SSLException;
        if (!peers) {
            LOG.error("connection failed: {}", cause.getClass().getName(), new Redacted(cause));
        }
        Turn current = turn;
        if (!peers && current != null && current.exchange != null && !current.answerComplete) {
            current.answer.closeAfter();
            current.exchange.fail(Failure.INTERNAL);
        } else {
            ctx.close();
        }
    }
}
