package dev.sluice.gateway.proxy;

import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpRequestDecoder;

/** Netty's decoder for requests, strict, and able to say whether bytes are left that belong to no request. */
final class RequestDecoder extends HttpRequestDecoder {

    RequestDecoder() {
        super(new HttpDecoderConfig()
                .setMaxInitialLineLength(HeadScanner.LONGEST_LINE)
                .setMaxHeaderSize(HeadScanner.LARGEST_HEAD)
                .setMaxChunkSize(64 * 1024)
                .setAllowDuplicateContentLengths(false)
                .setStrictLineParsing(true)
                .setUseRfc9112TransferEncoding(true));
    }

    @Override
    protected void handleTransferEncodingChunkedWithContentLength(HttpMessage message) {
        throw new IllegalArgumentException("both Transfer-Encoding and Content-Length");
    }

    boolean hasResidue() {
        return actualReadableBytes() > 0;
    }
}
