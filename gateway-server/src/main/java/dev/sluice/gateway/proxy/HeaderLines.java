package dev.sluice.gateway.proxy;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.nio.charset.StandardCharsets;

/** The header lines that answers are made of. This is the allow-list: what is not here is never sent. */
final class HeaderLines {

    static final byte[] JSON = line("Content-Type: application/json");
    /**
     * No cache may give one partner's view to another, or outlive a withdrawal; no range of unfiltered bytes is
     * offered.
     */
    static final byte[] ALWAYS = line("Cache-Control: private, no-store\r\nAccept-Ranges: none");

    /** A 401 says how one identifies oneself (RFC 9110 section 15.5.2): by a key in its own header field. */
    static final byte[] CHALLENGE = line("WWW-Authenticate: ApiKey");

    static final byte[] CHUNKED = line("Transfer-Encoding: chunked");
    static final byte[] GZIP = line("Content-Encoding: gzip\r\nVary: Accept-Encoding");
    static final byte[] CLOSE = line("Connection: close");
    static final byte[] CONTINUE = line("HTTP/1.1 100 Continue\r\n");
    static final byte[] LAST_CHUNK = line("0\r\n");
    private static final byte[] OK = line("HTTP/1.1 200 OK");
    private static final byte[] EXCHANGE = "Sluice-Exchange: ".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] CONTENT_LENGTH = "Content-Length: ".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] CONTENT_TYPE = "Content-Type: ".getBytes(StandardCharsets.US_ASCII);

    private HeaderLines() {}

    private static byte[] line(String text) {
        return (text + "\r\n").getBytes(StandardCharsets.US_ASCII);
    }

    static void status(ByteBuf out, int status) {
        if (status == 200) {
            out.writeBytes(OK);
        } else {
            String reason = HttpResponseStatus.valueOf(status).reasonPhrase();
            ByteBufUtil.writeAscii(out, "HTTP/1.1 " + status + " " + reason + "\r\n");
        }
    }

    static void exchange(ByteBuf out, String id) {
        out.writeBytes(EXCHANGE);
        ByteBufUtil.writeAscii(out, id);
        end(out);
    }

    static void contentType(ByteBuf out, String mediaType) {
        if (mediaType.equals("application/json")) {
            out.writeBytes(JSON);
        } else {
            out.writeBytes(CONTENT_TYPE);
            ByteBufUtil.writeAscii(out, mediaType);
            end(out);
        }
    }

    static void contentLength(ByteBuf out, long length) {
        out.writeBytes(CONTENT_LENGTH);
        ByteBufUtil.writeAscii(out, Long.toString(length));
        end(out);
    }

    /** An empty line, or the end of one. */
    static void end(ByteBuf out) {
        out.writeByte('\r').writeByte('\n');
    }

    /** The line before a chunk: its size in hexadecimal. */
    static void chunkSize(ByteBuf out, int size) {
        ByteBufUtil.writeAscii(out, Integer.toHexString(size));
        end(out);
    }
}
