package dev.sluice.gateway.config;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The operators' listener and how they are recognised there.
 *
 * @param tokenDigest hex SHA-256 of the token that they show
 * @param tokenFile where the commands on this machine find the token, absolute, or null; the gateway never reads it
 */
public record AdminListenerConfig(
        ListenerConfig listener,
        String tokenDigest,
        @Nullable Path tokenFile) {

    @Override
    public String toString() {
        return "AdminListenerConfig[" + listener.host() + ":" + listener.port() + "]";
    }
}
