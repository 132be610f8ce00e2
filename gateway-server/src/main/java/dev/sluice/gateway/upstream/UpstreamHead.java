package dev.sluice.gateway.upstream;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the gateway reads of an answer's head. All other header fields end here.
 *
 * @param contentType the only field of that name, or null if it is missing or stands twice
 * @param contentEncodings all values of that field, split at commas, in order
 * @param contentLength in bytes, or -1 if unknown
 * @param delimitedByClose whether nothing but the end of the connection ends the body
 * @param retryAfter seconds, or -1 if missing or not a number of seconds
 */
public record UpstreamHead(
        int status,
        @Nullable String contentType,
        List<String> contentEncodings,
        long contentLength,
        boolean delimitedByClose,
        int retryAfter) {

    public UpstreamHead {
        contentEncodings = List.copyOf(contentEncodings);
    }

    @Override
    public String toString() {
        return "UpstreamHead[status=" + status + "]";
    }
}
