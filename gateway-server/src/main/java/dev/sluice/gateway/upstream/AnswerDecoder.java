package dev.sluice.gateway.upstream;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpResponseDecoder;
import java.util.List;

/** Netty's decoder for answers, strict, and able to say whether bytes are left that belong to no answer. */
final class AnswerDecoder extends HttpResponseDecoder {

    private static final int LONGEST_LINE = 4096;
    private static final int LARGEST_HEAD = 32 * 1024;
    private static final int LARGEST_PIECE = 64 * 1024;

    private boolean began;

    AnswerDecoder() {
        super(new HttpDecoderConfig()
                .setMaxInitialLineLength(LONGEST_LINE)
                .setMaxHeaderSize(LARGEST_HEAD)
                .setMaxChunkSize(LARGEST_PIECE)
                .setAllowDuplicateContentLengths(false)
                .setStrictLineParsing(true)
                .setUseRfc9112TransferEncoding(true));
    }

    @Override
    protected void decode(ChannelHandlerContext ctx, ByteBuf in, List<Object> out) throws Exception {
        began = true;
        super.decode(ctx, in, out);
    }

    @Override
    protected void handleTransferEncodingChunkedWithContentLength(HttpMessage message) {
        throw new IllegalArgumentException("both Transfer-Encoding and Content-Length");
    }

    /** Whether any byte arrived since {@link #expectAnswer}. */
    boolean began() {
        return began;
    }

    boolean hasResidue() {
        return actualReadableBytes() > 0;
    }

    void expectAnswer() {
        began = false;
    }
}
