package dev.sluice.gateway.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A service behind the gateway.
 *
 * @param ca PEM file with the authorities that its certificate may come from, or null for the JDK's
 * @param present the header field that the gateway shows, or null
 * @param connect how long a connection may take
 * @param firstByte how long the head of an answer may take
 * @param betweenBytes how long an answer may pause
 */
public record UpstreamConfig(
        String id,
        URI url,
        @Nullable Path ca,
        @Nullable Presented present,
        Duration connect,
        Duration firstByte,
        Duration betweenBytes) {

    /** A credential: a header field and its value. */
    public record Presented(String header, String value) {

        @Override
        public String toString() {
            return "Presented[" + header + "]";
        }
    }
}
