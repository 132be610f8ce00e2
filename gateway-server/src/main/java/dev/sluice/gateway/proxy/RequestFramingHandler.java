package dev.sluice.gateway.proxy;

import dev.sluice.gateway.failure.Failure;
import dev.sluice.gateway.partner.Credentials;
import dev.sluice.gateway.route.RequestTarget;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.netty.util.AsciiString;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a decoded head and refuses what two servers could frame in two ways: one Host, one length or one chunked
 * coding, a target in origin form. Of all header fields only those named here are looked at.
 */
final class RequestFramingHandler extends ChannelInboundHandlerAdapter {

    private static final AsciiString API_KEY = AsciiString.cached("x-api-key");
    private static final AsciiString PURPOSE = AsciiString.cached("sluice-purpose");
    private static final int LONGEST_LENGTH = 18;

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        if (message instanceof HttpRequest request) {
            ctx.fireChannelRead(read(request));
            if (message instanceof HttpContent content) {
                ctx.fireChannelRead(content);
            }
        } else {
            ctx.fireChannelRead(message);
        }
    }

    private static Object read(HttpRequest request) {
        Throwable cause = request.decoderResult().cause();
        if (cause != null) {
            return RefusedRequest.unread(undecodable(cause));
        }
        if (!request.protocolVersion().equals(HttpVersion.HTTP_1_1)) {
            return RefusedRequest.unread(Failure.VERSION_NOT_SUPPORTED);
        }
        HttpHeaders headers = request.headers();
        RequestTarget target = RequestTarget.parse(request.uri());
        if (target == null || !oneHost(headers) || !soundFraming(headers)) {
            return RefusedRequest.unread(Failure.BAD_REQUEST);
        }
        List<String> keys = headers.getAll(API_KEY);
        List<String> purposes = headers.getAll(PURPOSE);
        if (keys.size() > 1 || purposes.size() > 1) {
            return RefusedRequest.unread(Failure.BAD_REQUEST);
        }
        String expect = headers.get(HttpHeaderNames.EXPECT);
        RequestHead head = new RequestHead(
                request.method().name(),
                target,
                new Credentials(first(keys)),
                first(purposes),
                only(headers.getAll(HttpHeaderNames.CONTENT_TYPE)),
                elements(headers.getAll(HttpHeaderNames.CONTENT_ENCODING)),
                hasBody(headers),
                expect != null,
                !elements(headers.getAll(HttpHeaderNames.CONNECTION)).stream().anyMatch("close"::equalsIgnoreCase),
                acceptsGzip(headers));
        boolean strange = expect != null && !expect.equalsIgnoreCase("100-continue");
        return strange ? RefusedRequest.of(Failure.EXPECTATION_FAILED, head, null, null) : head;
    }

    private static Failure undecodable(Throwable cause) {
        if (cause instanceof TooLongHttpLineException) {
            return Failure.TARGET_TOO_LONG;
        }
        return cause instanceof TooLongHttpHeaderException ? Failure.HEAD_TOO_LARGE : Failure.BAD_REQUEST;
    }

    private static boolean oneHost(HttpHeaders headers) {
        List<String> hosts = headers.getAll(HttpHeaderNames.HOST);
        return hosts.size() == 1 && !hosts.get(0).isEmpty() && plainHost(hosts.get(0));
    }

    private static boolean plainHost(String host) {
        for (int k = 0; k < host.length(); k++) {
            char c = host.charAt(k);
            if (c >= 128 || !Character.isLetterOrDigit(c) && ".-:[]".indexOf(c) < 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean soundFraming(HttpHeaders headers) {
        List<String> codings = headers.getAll(HttpHeaderNames.TRANSFER_ENCODING);
        List<String> lengths = headers.getAll(HttpHeaderNames.CONTENT_LENGTH);
        if (!codings.isEmpty()) {
            return lengths.isEmpty() && codings.size() == 1 && codings.get(0).equalsIgnoreCase("chunked");
        }
        return lengths.isEmpty() || lengths.size() == 1 && digits(lengths.get(0));
    }

    private static boolean digits(String text) {
        return !text.isEmpty()
                && text.length() <= LONGEST_LENGTH
                && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static boolean hasBody(HttpHeaders headers) {
        if (headers.contains(HttpHeaderNames.TRANSFER_ENCODING)) {
            return true;
        }
        String length = headers.get(HttpHeaderNames.CONTENT_LENGTH);
        return length != null && Long.parseLong(length) > 0;
    }

    private static boolean acceptsGzip(HttpHeaders headers) {
        if (!headers.contains(HttpHeaderNames.ACCEPT_ENCODING)) {
            return false;
        }
        for (String element : elements(headers.getAll(HttpHeaderNames.ACCEPT_ENCODING))) {
            String[] parts = element.split(";", 2);
            if (parts[0].strip().equalsIgnoreCase("gzip")) {
                return parts.length == 1 || !parts[1].strip().matches("(?i)q\\s*=\\s*0(\\.0*)?");
            }
        }
        return false;
    }

    private static @Nullable String first(List<String> values) {
        return values.isEmpty() ? null : values.get(0);
    }

    private static @Nullable String only(List<String> values) {
        return values.size() == 1 ? values.get(0) : null;
    }

    private static List<String> elements(List<String> values) {
        if (values.isEmpty()) {
            return List.of();
        }
        List<String> all = new ArrayList<>();
        for (String value : values) {
            for (String element : value.split(",", -1)) {
                all.add(element.strip());
            }
        }
        return all;
    }
}
