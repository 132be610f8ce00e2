package dev.sluice.gateway.upstream;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpVersion;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads of an answer's head what the gateway needs, and refuses what could be read in two ways. */
final class AnswerHeads {

    private static final int LONGEST_LENGTH = 18;
    private static final int MOST_FIELDS = 200;
    private static final int LONGEST_RETRY = 86_400;

    private AnswerHeads() {}

    /** Whether another answer follows: 100, 102, 103 and their like, but not 101, which nobody asked for. */
    static boolean interim(HttpResponse response) {
        int status = response.status().code();
        return response.decoderResult().isSuccess()
                && response.protocolVersion().equals(HttpVersion.HTTP_1_1)
                && status >= 100
                && status < 200
                && status != 101;
    }

    /** The head, or null if it is malformed, interim (1xx) or ambiguous. */
    static @Nullable UpstreamHead read(HttpResponse response) {
        int status = response.status().code();
        HttpHeaders headers = response.headers();
        if (response.decoderResult().isFailure() || status < 200 || status > 599 || headers.size() > MOST_FIELDS) {
            return null;
        }
        boolean modern = response.protocolVersion().equals(HttpVersion.HTTP_1_1);
        if (!modern && !response.protocolVersion().equals(HttpVersion.HTTP_1_0)) {
            return null;
        }
        List<String> codings = headers.getAll(HttpHeaderNames.TRANSFER_ENCODING);
        List<String> lengths = headers.getAll(HttpHeaderNames.CONTENT_LENGTH);
        boolean chunked = !codings.isEmpty();
        if (chunked
                && (!modern
                        || !lengths.isEmpty()
                        || codings.size() > 1
                        || !codings.get(0).equalsIgnoreCase("chunked"))) {
            return null;
        }
        long length = lengths.isEmpty() ? -1 : length(lengths);
        if (!lengths.isEmpty() && length < 0) {
            return null;
        }
        boolean bodiless = status == 204 || status == 304;
        return new UpstreamHead(
                status,
                only(headers.getAll(HttpHeaderNames.CONTENT_TYPE)),
                codings(headers.getAll(HttpHeaderNames.CONTENT_ENCODING)),
                bodiless ? 0 : length,
                !bodiless && !chunked && length < 0,
                seconds(headers.get(HttpHeaderNames.RETRY_AFTER)));
    }

    private static long length(List<String> values) {
        String text = values.get(0);
        boolean digits = !text.isEmpty()
                && text.length() <= LONGEST_LENGTH
                && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return values.size() == 1 && digits ? Long.parseLong(text) : -1;
    }

    private static @Nullable String only(List<String> values) {
        return values.size() == 1 ? values.get(0) : null;
    }

    private static List<String> codings(List<String> values) {
        if (values.isEmpty()) {
            return List.of();
        }
        List<String> all = new ArrayList<>();
        for (String value : values) {
            for (String coding : value.split(",", -1)) {
                all.add(coding.strip());
            }
        }
        return all;
    }

    private static int seconds(@Nullable String value) {
        boolean digits = value != null
                && !value.isEmpty()
                && value.length() <= 6
                && value.chars().allMatch(c -> c >= '0' && c <= '9');
        return digits ? Math.min(Integer.parseInt(value), LONGEST_RETRY) : -1;
    }
}
