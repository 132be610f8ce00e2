package dev.sluice.gateway.upstream;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.ByteBufUtil;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The head of a request to an upstream, always built anew: nothing of the caller's head is in it but the method, the
 * normalised target and the media type.
 *
 * @param target normalised path and allowed query
 * @param contentType the body's media type, or null if there is no body
 * @param contentLength the body's length, {@link #CHUNKED} or {@link #NO_BODY}
 */
public record UpstreamRequest(
        String method, String target, @Nullable String contentType, long contentLength) {

    /** The body is sent in chunks. */
    public static final long CHUNKED = -1;

    /** There is no body. */
    public static final long NO_BODY = -2;

    private static final byte[] ASKING = ascii("\r\nAccept: application/json, application/x-ndjson;q=0.9\r\n");
    private static final byte[] ALWAYS = ascii("Accept-Encoding: identity\r\nUser-Agent: sluice\r\n");
    private static final byte[] VERSION_AND_HOST = ascii(" HTTP/1.1\r\nHost: ");
    private static final byte[] IN_CHUNKS = ascii("Transfer-Encoding: chunked\r\n");

    /** A request without a body. */
    public static UpstreamRequest get(String target) {
        return new UpstreamRequest("GET", target, null, NO_BODY);
    }

    /** Whether it may be sent once more after a connection died without an answer. */
    boolean repeatable() {
        return contentLength == NO_BODY && method.equals("GET");
    }

    ByteBuf encode(ByteBufAllocator allocator, Upstream upstream) {
        ByteBuf out = allocator.directBuffer(384);
        ByteBufUtil.writeAscii(out, method);
        out.writeByte(' ');
        ByteBufUtil.writeAscii(out, upstream.basePath());
        ByteBufUtil.writeAscii(out, target);
        out.writeBytes(VERSION_AND_HOST);
        ByteBufUtil.writeAscii(out, upstream.authority());
        out.writeBytes(ASKING).writeBytes(ALWAYS).writeBytes(upstream.present());
        if (contentType != null) {
            ByteBufUtil.writeAscii(out, "Content-Type: " + contentType + "\r\n");
        }
        if (contentLength == CHUNKED) {
            out.writeBytes(IN_CHUNKS);
        } else if (contentLength >= 0) {
            ByteBufUtil.writeAscii(out, "Content-Length: " + contentLength + "\r\n");
        }
        return out.writeByte('\r').writeByte('\n');
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public String toString() {
        return "UpstreamRequest[" + method + "]";
    }
}
