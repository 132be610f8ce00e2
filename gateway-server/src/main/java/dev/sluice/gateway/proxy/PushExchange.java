package dev.sluice.gateway.proxy;

import dev.sluice.gateway.enforce.BodyPlan;
import dev.sluice.gateway.enforce.Disclosed;
import dev.sluice.gateway.failure.BodyFault;
import dev.sluice.gateway.failure.Failure;
import dev.sluice.gateway.failure.ProblemDetails;
import dev.sluice.gateway.upstream.Upstream;
import dev.sluice.gateway.upstream.UpstreamCall;
import dev.sluice.gateway.upstream.UpstreamHead;
import dev.sluice.gateway.upstream.UpstreamRequest;
import dev.sluice.gateway.upstream.UpstreamResponseListener;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The shop sends and its request is filtered. Nothing is sent to the partner before something of a record may leave
 * or the document's end is reached; what the partner answers goes back to the shop as it is, within the header rules.
 */
final class PushExchange implements Exchange, UpstreamResponseListener {

    private final ChannelHandlerContext ctx;
    private final AdmittedRequest request;
    private final Upstream upstream;
    private final LoopResources resources;
    private final Answer answer;
    private final Consumer<ExchangeResult> whenOver;
    private final Backpressure backpressure;
    private @Nullable Judging judging;
    private @Nullable UpstreamCall call;
    private String mediaType = "";
    private Disclosed disclosed = Disclosed.NOTHING;
    private long bytesIn;
    private boolean requestEnded;
    private boolean sentWhole;
    private boolean sent;
    private boolean over;

    PushExchange(
            ChannelHandlerContext ctx,
            AdmittedRequest request,
            Upstream upstream,
            LoopResources resources,
            Answer answer,
            Consumer<ExchangeResult> whenOver) {
        this.ctx = ctx;
        this.request = request;
        this.upstream = upstream;
        this.resources = resources;
        this.answer = answer;
        this.whenOver = whenOver;
        this.backpressure = new Backpressure(ctx.channel(), this::readAnswer, () -> fail(Failure.CLIENT_STALLED));
    }

    private void readAnswer(boolean on) {
        if (call != null) {
            call.setReading(on);
        }
    }

    @Override
    public void start() {
        RequestHead head = request.head();
        BodyPlan plan = BodyPlan.of(head.contentType(), head.contentEncodings());
        if (plan instanceof BodyPlan.Refuse refuse) {
            fail(refuse.fault().inRequest());
            return;
        }
        BodyPlan.Filter filter = (BodyPlan.Filter) plan;
        mediaType = filter.mediaType();
        judging = new Judging(resources
                .engines()
                .open(request.disclosure(), filter, request.route().id()));
        if (head.awaitsContinue() && head.hasBody()) {
            ctx.writeAndFlush(ctx.alloc().directBuffer(32).writeBytes(HeaderLines.CONTINUE));
        }
    }

    @Override
    public void onRequestBody(ByteBuf piece) {
        Judging body = judging;
        if (over || body == null) {
            piece.release();
            return;
        }
        guarded(() -> body.take(piece));
    }

    @Override
    public void onRequestPause() {
        Judging body = judging;
        if (over || body == null || requestEnded) {
            return;
        }
        guarded(() -> {
            body.pause();
            if (body.committed()) {
                send(body);
            }
        });
    }

    @Override
    public void onRequestEnd() {
        Judging body = judging;
        if (over || body == null) {
            return;
        }
        guarded(() -> {
            requestEnded = true;
            body.finish();
            disclosed = body.disclosed();
            if (body.nothingLeaves() && call == null) {
                tell(Failure.NOTHING_TO_SEND, ProblemLines.records(disclosed));
            } else {
                send(body);
            }
        });
    }

    /** Sends what may leave, once there is a connection that takes it; until then the shop is not read. */
    private void send(Judging body) {
        if (call == null) {
            long length = requestEnded ? body.outputLength() : UpstreamRequest.CHUNKED;
            UpstreamRequest head = new UpstreamRequest(request.head().method(), request.target(), mediaType, length);
            sentWhole = requestEnded;
            UpstreamCall begun = resources.upstreams().prepare(upstream, head, this);
            call = begun;
            readShop(requestEnded);
            resources.upstreams().start(begun);
        } else if (call.writable()) {
            write(body, call);
        } else {
            readShop(false);
        }
    }

    private void readShop(boolean on) {
        ctx.channel().config().setAutoRead(on);
    }

    @Override
    public void onWritable() {
        Judging body = judging;
        UpstreamCall current = call;
        if (!over && body != null && current != null) {
            guarded(() -> write(body, current));
        }
    }

    private void write(Judging body, UpstreamCall current) {
        int length = body.outputLength();
        ByteBuf out = ctx.alloc().directBuffer(length + 32);
        if (length > 0 && !sentWhole) {
            HeaderLines.chunkSize(out, length);
        }
        out.writeBytes(body.output(), 0, length);
        if (length > 0 && !sentWhole) {
            HeaderLines.end(out);
        }
        body.clearOutput();
        if (requestEnded && !sentWhole) {
            out.writeBytes(HeaderLines.LAST_CHUNK);
        }
        sent = true;
        current.write(out);
        if (requestEnded) {
            closeJudging();
            current.finishRequest();
        } else {
            current.flush();
        }
        readShop(true);
    }

    private void closeJudging() {
        if (judging != null) {
            disclosed = judging.disclosed();
            bytesIn = judging.bytesIn();
            judging.close();
            judging = null;
        }
    }

    @Override
    public void onHead(UpstreamHead head) {
        if (over) {
            return;
        }
        if (judging != null && head.status() < 300) {
            // Who has not heard all cannot have taken it: the shop must not believe so.
            fail(Failure.UPSTREAM_EARLY);
            return;
        }
        if (!requestEnded) {
            // The partner answers before it has heard all: it wants no more, and what was sent of the request stays
            // broken.
            answer.closeAfter();
            closeJudging();
            readShop(true);
        }
        long length = head.delimitedByClose() ? -1 : head.contentLength();
        boolean oneCoding = head.contentEncodings().size() == 1;
        answer.beginRelayed(
                head.status(),
                head.contentType(),
                oneCoding ? head.contentEncodings().get(0) : null,
                length,
                disclosed.summary());
    }

    @Override
    public void onBody(ByteBuf piece) {
        if (over) {
            piece.release();
        } else {
            answer.relay(piece);
        }
    }

    @Override
    public void onPause() {
        if (!over && answer.begun()) {
            answer.flush();
            backpressure.look();
        }
    }

    @Override
    public void onEnd() {
        if (!over) {
            answer.end();
            conclude(null);
        }
    }

    @Override
    public void onFailure(Failure failure) {
        fail(failure);
    }

    private void guarded(BodyStep step) {
        BodyStep.guarded(step, answer.exchange(), BodyFault::inRequest, this::fail);
    }

    @Override
    public void fail(Failure failure) {
        if (over) {
            return;
        }
        if (call != null) {
            call.cancel();
        }
        if (answer.begun()) {
            conclude(failure);
        } else {
            closeJudging();
            tell(failure, ProblemLines.NONE);
        }
    }

    private void tell(Failure failure, ProblemLines lines) {
        if (!requestEnded) {
            answer.closeAfter();
        }
        if (failure.status() != 499) {
            answer.problem(new ProblemDetails(failure, failure.status(), answer.exchange(), List.of()), lines);
        }
        conclude(failure);
    }

    private void conclude(@Nullable Failure failure) {
        over = true;
        closeJudging();
        backpressure.close();
        boolean nothingLeft = failure != null && failure != Failure.NOTHING_TO_SEND && !sent;
        whenOver.accept(new ExchangeResult(
                failure,
                bytesIn,
                nothingLeft ? Disclosed.NOTHING : disclosed,
                call == null ? null : call.unreachable()));
    }

    @Override
    public void onCallerGone(Failure why) {
        if (!over) {
            if (call != null) {
                call.cancel();
            }
            conclude(requestEnded || why != Failure.CLIENT_GONE ? why : Failure.REQUEST_TRUNCATED);
        }
    }

    @Override
    public void onWritabilityChanged() {
        if (!over) {
            backpressure.look();
        }
    }

    @Override
    public String toString() {
        return "PushExchange[" + answer.exchange() + "]";
    }
}
