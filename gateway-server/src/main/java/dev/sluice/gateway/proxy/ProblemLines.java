package dev.sluice.gateway.proxy;

import dev.sluice.gateway.enforce.Disclosed;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Header lines that some problems have beside those of every answer.
 *
 * @param methods methods that the route takes, or none
 * @param retryAfter seconds, or -1
 * @param records what would have been disclosed, told to the shop alone, or null
 */
record ProblemLines(
        Set<String> methods, int retryAfter, @Nullable Disclosed records) {

    static final ProblemLines NONE = new ProblemLines(Set.of(), -1, null);

    static ProblemLines retryAfter(int seconds) {
        return seconds < 0 ? NONE : new ProblemLines(Set.of(), seconds, null);
    }

    static ProblemLines allow(Set<String> methods) {
        return methods.isEmpty() ? NONE : new ProblemLines(methods, -1, null);
    }

    static ProblemLines records(Disclosed disclosed) {
        return new ProblemLines(Set.of(), -1, disclosed);
    }

    void writeTo(ByteBuf out) {
        if (!methods.isEmpty()) {
            ByteBufUtil.writeAscii(out, "Allow: " + String.join(", ", new TreeSet<>(methods)) + "\r\n");
        }
        if (retryAfter >= 0) {
            ByteBufUtil.writeAscii(out, "Retry-After: " + retryAfter + "\r\n");
        }
        if (records != null) {
            ByteBufUtil.writeAscii(out, "Sluice-Records: " + records.summary() + "\r\n");
        }
    }
}
