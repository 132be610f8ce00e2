package dev.sluice.gateway.proxy;

import dev.sluice.gateway.partner.Credentials;
import dev.sluice.gateway.route.RequestTarget;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request's head after the guards: what the gateway reads of it, and no more. Nothing else of what the caller sent
 * goes on.
 *
 * @param purpose the field Sluice-Purpose, or null
 * @param contentType the only field of that name, or null
 * @param hasBody whether a body follows
 * @param awaitsContinue whether the caller waits before it sends the body
 * @param keepAlive whether the connection may live on
 * @param acceptsGzip whether the answer may be compressed
 */
record RequestHead(
        String method,
        RequestTarget target,
        Credentials credentials,
        @Nullable String purpose,
        @Nullable String contentType,
        List<String> contentEncodings,
        boolean hasBody,
        boolean awaitsContinue,
        boolean keepAlive,
        boolean acceptsGzip) {

    RequestHead {
        contentEncodings = List.copyOf(contentEncodings);
    }

    boolean headOnly() {
        return method.equals("HEAD");
    }

    @Override
    public String toString() {
        return "RequestHead[" + method + "]";
    }
}
