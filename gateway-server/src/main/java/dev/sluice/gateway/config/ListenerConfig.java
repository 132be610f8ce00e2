package dev.sluice.gateway.config;

import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where the gateway listens.
 *
 * @param port 0 takes any free port
 * @param publicUrl how callers know this listener, or null
 * @param tls certificate and key, or null for plain HTTP
 */
public record ListenerConfig(
        String host,
        int port,
        @Nullable URI publicUrl,
        @Nullable TlsFiles tls) {

    /** PEM files: a certificate chain and its private key (PKCS #8). */
    public record TlsFiles(Path certificate, Path key) {}
}
