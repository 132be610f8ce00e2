package dev.sluice.gateway.admin;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One request of an operator: the token first, then the endpoint, one answer, and the connection ends. */
final class AdminHandler extends SimpleChannelInboundHandler<FullHttpRequest> {

    private static final Logger LOG = LoggerFactory.getLogger("sluice.admin");
    private static final String BEARER = "Bearer ";
    private static final String JSON = "application/json";
    private static final String PROBLEM = "application/problem+json";
    private static final int LONGEST_TOKEN = 512;

    private final AdminApi api;

    AdminHandler(AdminApi api) {
        this.api = api;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext ctx, FullHttpRequest request) {
        if (!authorised(request)) {
            LOG.warn("admin token missing or wrong from={}", ctx.channel().remoteAddress());
            answer(ctx, request, AdminAnswer.problem(401, "unknown-token", "the bearer token is missing or not known"));
            return;
        }
        Map<String, List<String>> parameters;
        String path;
        try {
            QueryStringDecoder target = new QueryStringDecoder(request.uri());
            path = target.path();
            parameters = target.parameters();
        } catch (IllegalArgumentException e) {
            answer(ctx, request, AdminAnswer.problem(400, "bad-request", "the target is not well-formed"));
            return;
        }
        byte[] body = OperatorPipeline.tooLarge(request) ? null : ByteBufUtil.getBytes(request.content());
        AdminApi.Call call = new AdminApi.Call(request.method().name(), path, parameters, body);
        api.answer(call, answer -> answer(ctx, request, answer));
    }

    private boolean authorised(FullHttpRequest request) {
        List<String> shown = request.headers().getAll(HttpHeaderNames.AUTHORIZATION);
        boolean wellFormed = request.decoderResult().isSuccess() || OperatorPipeline.tooLarge(request);
        if (shown.size() != 1 || !wellFormed) {
            return false;
        }
        String value = shown.get(0);
        boolean bearer = value.regionMatches(true, 0, BEARER, 0, BEARER.length());
        return bearer
                && value.length() <= LONGEST_TOKEN
                && api.recognises(value.substring(BEARER.length()).strip());
    }

    private static void answer(ChannelHandlerContext ctx, FullHttpRequest request, AdminAnswer answer) {
        ByteBuf content = Unpooled.wrappedBuffer(AdminJson.bytes(answer.body()));
        DefaultFullHttpResponse response =
                new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(answer.status()), content);
        response.headers()
                .set(HttpHeaderNames.CONTENT_TYPE, answer.problem() ? PROBLEM : JSON)
                .set(HttpHeaderNames.CONTENT_LENGTH, content.readableBytes())
                .set(HttpHeaderNames.CACHE_CONTROL, "no-store")
                .set(HttpHeaderNames.CONNECTION, "close");
        if (answer.status() == HttpResponseStatus.UNAUTHORIZED.code()) {
            response.headers().set(HttpHeaderNames.WWW_AUTHENTICATE, "Bearer");
        }
        OperatorPipeline.answer(ctx, request, response);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        ctx.close();
    }
}
