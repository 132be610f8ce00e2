package dev.sluice.gateway.server;

import dev.sluice.gateway.admin.OperatorPipeline;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import java.util.function.BooleanSupplier;

/** Answers {@code /healthz}, {@code /readyz} and {@code /metrics}, and nothing else. One answer on a connection. */
public final class ProbesHandler extends SimpleChannelInboundHandler<FullHttpRequest> {

    private static final int LARGEST_BODY = 1024;
    private static final String TEXT = "text/plain; charset=utf-8";
    private static final String PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8";

    private final BooleanSupplier ready;
    private final Operators operators;

    private ProbesHandler(BooleanSupplier ready, Operators operators) {
        this.ready = ready;
        this.operators = operators;
    }

    /**
     * Puts the probes' handlers into a pipeline.
     *
     * @param ready whether exchanges are served
     * @param operators what is told there
     */
    public static void install(Channel channel, BooleanSupplier ready, Operators operators) {
        OperatorPipeline.install(channel, LARGEST_BODY, new ProbesHandler(ready, operators));
    }

    @Override
    protected void channelRead0(ChannelHandlerContext ctx, FullHttpRequest request) {
        boolean reads =
                request.method().equals(HttpMethod.GET) || request.method().equals(HttpMethod.HEAD);
        if (!reads) {
            answer(ctx, request, HttpResponseStatus.METHOD_NOT_ALLOWED, TEXT, "");
            return;
        }
        if (OperatorPipeline.tooLarge(request)) {
            answer(ctx, request, HttpResponseStatus.REQUEST_ENTITY_TOO_LARGE, TEXT, "");
            return;
        }
        switch (request.uri()) {
            case "/healthz" -> answer(ctx, request, HttpResponseStatus.OK, TEXT, "ok\n");
            case "/readyz" -> {
                boolean serves = ready.getAsBoolean();
                answer(
                        ctx,
                        request,
                        serves ? HttpResponseStatus.OK : HttpResponseStatus.SERVICE_UNAVAILABLE,
                        TEXT,
                        (serves ? "ready\n" : "not ready\n")
                                + operators.readiness().get());
            }
            case "/metrics" ->
                answer(
                        ctx,
                        request,
                        HttpResponseStatus.OK,
                        PROMETHEUS,
                        operators.metrics().get());
            default -> answer(ctx, request, HttpResponseStatus.NOT_FOUND, TEXT, "");
        }
    }

    private static void answer(
            ChannelHandlerContext ctx, FullHttpRequest request, HttpResponseStatus status, String type, String body) {
        ByteBuf content = ByteBufUtil.writeUtf8(ctx.alloc(), request.method().equals(HttpMethod.HEAD) ? "" : body);
        DefaultFullHttpResponse response = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status, content);
        response.headers()
                .set(HttpHeaderNames.CONTENT_TYPE, type)
                .set(HttpHeaderNames.CONTENT_LENGTH, content.readableBytes())
                .set(HttpHeaderNames.CACHE_CONTROL, "no-store")
                .set(HttpHeaderNames.CONNECTION, "close");
        OperatorPipeline.answer(ctx, request, response);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        ctx.close();
    }
}
