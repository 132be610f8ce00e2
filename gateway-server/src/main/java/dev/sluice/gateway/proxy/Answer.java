package dev.sluice.gateway.proxy;

import dev.sluice.gateway.failure.ProblemDetails;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.HttpResponseStatus;
import org.jspecify.annotations.Nullable;

/**
 * The answer of one exchange, written byte for byte: head, chunks, end. What is written together leaves together at
 * the next flush. An answer that was begun and cannot be completed is cut: its last chunk never comes.
 */
final class Answer {

    private static final int HEAD_SIZE = 512;
    private static final int LEAST_COMPRESSED = 1024;

    private final ChannelHandlerContext ctx;
    private final String exchange;
    private final boolean headOnly;
    private final boolean mayCompress;
    private boolean keepAlive;
    private @Nullable ByteBuf pending;
    private @Nullable GzipEncoder gzip;
    private boolean begun;
    private boolean chunked;
    private boolean problem;
    private int status;
    private long bytes;

    /**
     * @param headOnly whether the request was HEAD: no body is ever written
     * @param mayCompress whether the caller takes gzip
     * @param keepAlive whether the connection may live on
     */
    Answer(ChannelHandlerContext ctx, String exchange, boolean headOnly, boolean mayCompress, boolean keepAlive) {
        this.ctx = ctx;
        this.exchange = exchange;
        this.headOnly = headOnly;
        this.mayCompress = mayCompress;
        this.keepAlive = keepAlive;
    }

    String exchange() {
        return exchange;
    }

    boolean begun() {
        return begun;
    }

    /** Whether the answer is a problem. */
    boolean toldProblem() {
        return problem;
    }

    /** The status that was answered, 0 if none. */
    int status() {
        return status;
    }

    /** Bytes of body, as framed and compressed. */
    long bytes() {
        return bytes;
    }

    boolean keepAlive() {
        return keepAlive;
    }

    /** The connection ends with this answer. To be called before it begins. */
    void closeAfter() {
        keepAlive = false;
    }

    private ByteBuf room(int size) {
        ByteBuf out = pending;
        if (out == null) {
            out = ctx.alloc().directBuffer(size);
            pending = out;
        }
        return out;
    }

    private ByteBuf head(int as, String mediaType, int size) {
        begun = true;
        status = as;
        ByteBuf out = room(HEAD_SIZE + size);
        HeaderLines.status(out, as);
        HeaderLines.contentType(out, mediaType);
        finishCommonLines(out);
        return out;
    }

    private void finishCommonLines(ByteBuf out) {
        out.writeBytes(HeaderLines.ALWAYS);
        HeaderLines.exchange(out, exchange);
        if (!keepAlive) {
            out.writeBytes(HeaderLines.CLOSE);
        }
    }

    /** A complete filtered answer: head, body and end at once. */
    void whole(int as, String mediaType, byte[] body, int length) {
        if (mayCompress && length >= LEAST_COMPRESSED && !headOnly) {
            begin(as, mediaType);
            chunk(body, length);
            end();
            return;
        }
        ByteBuf out = head(as, mediaType, length);
        if (headOnly) {
            HeaderLines.end(out);
            return;
        }
        HeaderLines.contentLength(out, length);
        HeaderLines.end(out);
        out.writeBytes(body, 0, length);
        bytes += length;
    }

    /** The head of a filtered answer whose end is not known yet. */
    void begin(int as, String mediaType) {
        ByteBuf out = head(as, mediaType, 0);
        if (!headOnly) {
            chunked = true;
            if (mayCompress) {
                gzip = new GzipEncoder();
                out.writeBytes(HeaderLines.GZIP);
            }
            out.writeBytes(HeaderLines.CHUNKED);
        }
        HeaderLines.end(out);
    }

    /** An answer without a body. */
    void empty(int as) {
        begun = true;
        status = as;
        ByteBuf out = room(HEAD_SIZE);
        HeaderLines.status(out, as);
        finishCommonLines(out);
        if (as != 204) {
            HeaderLines.contentLength(out, 0);
        }
        HeaderLines.end(out);
    }

    /** A piece of a filtered answer. */
    void chunk(byte[] body, int length) {
        if (length == 0 || headOnly) {
            return;
        }
        if (gzip != null) {
            ByteBuf compressed = ctx.alloc().heapBuffer(length / 4 + 64);
            try {
                gzip.encode(body, length, compressed);
                framed(compressed);
            } finally {
                compressed.release();
            }
            return;
        }
        ByteBuf out = room(length + 16);
        HeaderLines.chunkSize(out, length);
        out.writeBytes(body, 0, length);
        HeaderLines.end(out);
        bytes += length;
    }

    private void framed(ByteBuf piece) {
        if (piece.isReadable()) {
            ByteBuf out = room(piece.readableBytes() + 16);
            HeaderLines.chunkSize(out, piece.readableBytes());
            bytes += piece.readableBytes();
            out.writeBytes(piece);
            HeaderLines.end(out);
        }
    }

    /** The end of a filtered answer: only now it is a complete message. */
    void end() {
        if (headOnly || !chunked) {
            return;
        }
        if (gzip != null) {
            ByteBuf rest = ctx.alloc().heapBuffer(64);
            try {
                gzip.finish(rest);
                framed(rest);
            } finally {
                rest.release();
            }
            gzip.close();
            gzip = null;
        }
        room(16).writeBytes(HeaderLines.LAST_CHUNK);
    }

    /** The head of an unfiltered answer, the partner's to the shop. */
    void beginRelayed(
            int as, @Nullable String contentType, @Nullable String contentEncoding, long length, String records) {
        begun = true;
        status = as;
        ByteBuf out = room(HEAD_SIZE);
        HeaderLines.status(out, as);
        if (contentType != null) {
            HeaderLines.contentType(out, contentType);
        }
        if (contentEncoding != null) {
            ByteBufUtil.writeAscii(out, "Content-Encoding: " + contentEncoding + "\r\n");
        }
        ByteBufUtil.writeAscii(out, "Sluice-Records: " + records + "\r\n");
        finishCommonLines(out);
        if (length >= 0) {
            if (as != 204 && as != 304) {
                HeaderLines.contentLength(out, length);
            }
        } else {
            chunked = true;
            out.writeBytes(HeaderLines.CHUNKED);
        }
        HeaderLines.end(out);
    }

    /** A piece of an unfiltered answer. Takes ownership. */
    void relay(ByteBuf piece) {
        bytes += piece.readableBytes();
        if (chunked) {
            HeaderLines.chunkSize(room(16), piece.readableBytes());
        }
        writePending();
        ctx.write(piece, ctx.voidPromise());
        if (chunked) {
            HeaderLines.end(room(64));
        }
    }

    /** A problem as the whole answer. */
    void problem(ProblemDetails details, ProblemLines lines) {
        problem = true;
        byte[] body = details.bytes();
        ByteBuf out = head(details.status(), ProblemDetails.MEDIA_TYPE, body.length);
        if (status == HttpResponseStatus.UNAUTHORIZED.code()) {
            out.writeBytes(HeaderLines.CHALLENGE);
        }
        lines.writeTo(out);
        HeaderLines.contentLength(out, body.length);
        HeaderLines.end(out);
        if (!headOnly) {
            out.writeBytes(body);
            bytes += body.length;
        }
    }

    private void writePending() {
        if (pending != null) {
            ctx.write(pending, ctx.voidPromise());
            pending = null;
        }
    }

    /** Sends all that was written so far. */
    void flush() {
        writePending();
        ctx.flush();
    }

    /** Ends the connection in the middle of the answer, so that nobody takes what went out for the whole. */
    void cut() {
        release();
        ctx.close();
    }

    /** Gives up what was written and not sent, and native memory. To be called at the end, whatever came before. */
    void release() {
        if (pending != null) {
            pending.release();
            pending = null;
        }
        if (gzip != null) {
            gzip.close();
            gzip = null;
        }
    }
}
