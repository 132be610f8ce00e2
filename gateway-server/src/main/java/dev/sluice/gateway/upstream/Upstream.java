package dev.sluice.gateway.upstream;

import io.netty.handler.ssl.SslContext;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A service behind the gateway, ready to be connected to.
 *
 * @param id its id in the gateway's file
 * @param basePath put before every path; empty or beginning with a slash and not ending with one
 * @param tls the client's TLS, or null for plain HTTP
 * @param authority the value of the Host field
 * @param present the header line that the gateway shows, line end included, or empty
 * @param connect how long a connection may take
 * @param firstByte how long the head of an answer may take
 * @param betweenBytes how long an answer may pause while the gateway reads
 */
public record Upstream(
        String id,
        String host,
        int port,
        String basePath,
        @Nullable SslContext tls,
        String authority,
        byte[] present,
        Duration connect,
        Duration firstByte,
        Duration betweenBytes) {

    /** The header line that shows a credential. Both parts were checked when the file was read. */
    public static byte[] presentLine(String header, String value) {
        return (header + ": " + value + "\r\n").getBytes(StandardCharsets.ISO_8859_1);
    }

    @Override
    public String toString() {
        return "Upstream[" + id + "]";
    }
}
