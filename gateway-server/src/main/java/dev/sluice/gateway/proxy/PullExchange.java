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
 * A partner asks and the shop's answer is filtered. The head waits until something of a record leaves or the
 * document's end is reached, so that a withheld single record and an absent one are told alike.
 */
final class PullExchange implements Exchange, UpstreamResponseListener {

    private final ChannelHandlerContext ctx;
    private final AdmittedRequest request;
    private final Answer answer;
    private final LoopResources resources;
    private final Consumer<ExchangeResult> whenOver;
    private final UpstreamCall call;
    private final Backpressure backpressure;
    private @Nullable Judging judging;
    private int status;
    private String mediaType = "";
    private boolean over;

    PullExchange(
            ChannelHandlerContext ctx,
            AdmittedRequest request,
            Upstream upstream,
            LoopResources resources,
            Answer answer,
            Consumer<ExchangeResult> whenOver) {
        this.ctx = ctx;
        this.request = request;
        this.answer = answer;
        this.resources = resources;
        this.whenOver = whenOver;
        this.call = resources.upstreams().prepare(upstream, UpstreamRequest.get(request.target()), this);
        this.backpressure = new Backpressure(ctx.channel(), call::setReading, () -> fail(Failure.CLIENT_STALLED));
    }

    @Override
    public void start() {
        resources.upstreams().start(call);
    }

    @Override
    public void onHead(UpstreamHead head) {
        if (over) {
            return;
        }
        status = head.status();
        Failure refusal = refusal(head.status());
        if (refusal != null) {
            boolean sameStatus = refusal == Failure.UPSTREAM_REFUSED && !ofOurCredential(head.status());
            // What is absent has no line that what is withheld has not.
            int retryAfter = refusal == Failure.NOT_AVAILABLE ? -1 : head.retryAfter();
            tell(refusal, sameStatus ? head.status() : refusal.status(), ProblemLines.retryAfter(retryAfter));
            return;
        }
        if (status == 204 || status == 205) {
            answer.empty(204);
            call.discard();
            conclude(null, true);
            return;
        }
        BodyPlan plan = BodyPlan.of(head.contentType(), head.contentEncodings());
        if (plan instanceof BodyPlan.Refuse refuse) {
            fail(refuse.fault().inAnswer());
            return;
        }
        BodyPlan.Filter filter = (BodyPlan.Filter) plan;
        if (head.delimitedByClose() && !filter.selfDelimiting()) {
            fail(Failure.UPSTREAM_PROTOCOL);
            return;
        }
        mediaType = filter.mediaType();
        judging = new Judging(resources
                .engines()
                .open(request.disclosure(), filter, request.route().id()));
    }

    /** Why an answer with this status is not filtered but replaced, or null. */
    private static @Nullable Failure refusal(int status) {
        if (status == 206) {
            return Failure.UPSTREAM_PARTIAL;
        }
        if (status < 300) {
            return null;
        }
        if (status < 400) {
            return Failure.UPSTREAM_REDIRECT;
        }
        return status == 404 || status == 410 ? Failure.NOT_AVAILABLE : Failure.UPSTREAM_REFUSED;
    }

    /** Whether the shop speaks of what the gateway showed to it: a partner would take it for its own key. */
    private static boolean ofOurCredential(int status) {
        return status == 401 || status == 407;
    }

    @Override
    public void onBody(ByteBuf piece) {
        Judging body = judging;
        if (over || body == null) {
            piece.release();
            return;
        }
        guarded(() -> {
            body.take(piece);
            if (body.chunkReady()) {
                release(body);
            }
        });
    }

    @Override
    public void onPause() {
        Judging body = judging;
        if (over || body == null) {
            return;
        }
        guarded(() -> {
            body.pause();
            if (body.committed() && !over) {
                release(body);
                answer.flush();
                backpressure.look();
            }
        });
    }

    @Override
    public void onEnd() {
        Judging body = judging;
        if (over) {
            return;
        }
        if (body == null) {
            fail(Failure.UPSTREAM_NOT_JSON);
            return;
        }
        guarded(() -> {
            body.finish();
            if (body.absent() && !answer.begun()) {
                tell(Failure.NOT_AVAILABLE, Failure.NOT_AVAILABLE.status(), ProblemLines.NONE);
            } else if (answer.begun()) {
                answer.chunk(body.output(), body.outputLength());
                answer.end();
                conclude(null, true);
            } else {
                answer.whole(status, mediaType, body.output(), body.outputLength());
                conclude(null, true);
            }
        });
    }

    /** Lets go what may leave. On a HEAD request the head is all there is to say. */
    private void release(Judging body) {
        if (!answer.begun()) {
            answer.begin(status, mediaType);
        }
        if (request.head().headOnly()) {
            call.cancel();
            conclude(null, true);
            return;
        }
        answer.chunk(body.output(), body.outputLength());
        body.clearOutput();
    }

    @Override
    public void onFailure(Failure failure) {
        fail(failure);
    }

    private void guarded(BodyStep step) {
        BodyStep.guarded(step, answer.exchange(), BodyFault::inAnswer, this::fail);
    }

    @Override
    public void fail(Failure failure) {
        if (over) {
            return;
        }
        if (answer.begun()) {
            call.cancel();
            conclude(failure, true);
        } else {
            tell(failure, failure.status(), ProblemLines.NONE);
        }
    }

    /** Answers with a problem. The upstream's own words about it are thrown away. */
    private void tell(Failure failure, int as, ProblemLines lines) {
        call.discard();
        if (failure.status() != 499) {
            ProblemDetails problem = new ProblemDetails(failure, as, answer.exchange(), List.of());
            answer.problem(problem, lines);
        }
        conclude(failure, failure == Failure.NOT_AVAILABLE);
    }

    /** @param left whether what was judged has left; what went no further than the gateway counts as nothing */
    private void conclude(@Nullable Failure failure, boolean left) {
        over = true;
        Disclosed disclosed = Disclosed.NOTHING;
        long bytesIn = 0;
        if (judging != null) {
            disclosed = judging.disclosed();
            bytesIn = judging.bytesIn();
            judging.close();
            judging = null;
        }
        backpressure.close();
        boolean headAlone = request.head().headOnly() && failure != Failure.NOT_AVAILABLE;
        Disclosed shared = left && !headAlone ? disclosed : Disclosed.NOTHING;
        whenOver.accept(new ExchangeResult(failure, bytesIn, shared, call.unreachable()));
    }

    @Override
    public void onCallerGone(Failure why) {
        if (!over) {
            call.cancel();
            conclude(why, answer.begun());
        }
    }

    @Override
    public void onWritabilityChanged() {
        if (!over) {
            backpressure.look();
        }
    }

    @Override
    public void onRequestBody(ByteBuf piece) {
        piece.release();
        fail(Failure.BODY_NOT_TAKEN);
    }

    @Override
    public void onRequestPause() {
        // There is no body whose pause could matter.
    }

    @Override
    public void onRequestEnd() {
        // The request was complete when the exchange began.
    }

    @Override
    public String toString() {
        return "PullExchange[" + answer.exchange() + ", " + ctx.channel().id() + "]";
    }
}
