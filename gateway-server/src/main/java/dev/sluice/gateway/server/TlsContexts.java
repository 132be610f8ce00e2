package dev.sluice.gateway.server;

import io.netty.handler.ssl.OpenSsl;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import java.nio.file.Path;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** TLS for both sides, by BoringSSL where it is to be had, else by the JDK. TLS 1.2 is the oldest version spoken. */
public final class TlsContexts {

    private static final String[] VERSIONS = {"TLSv1.3", "TLSv1.2"};

    private TlsContexts() {}

    /** For a listener: a certificate chain and its private key in PEM. */
    public static SslContext server(Path certificate, Path key) throws SSLException {
        return SslContextBuilder.forServer(certificate.toFile(), key.toFile())
                .sslProvider(provider())
                .protocols(VERSIONS)
                .build();
    }

    /**
     * For connections to an upstream, whose name is always verified.
     *
     * @param authorities PEM file with the authorities to trust, or null for the JDK's
     */
    public static SslContext client(@Nullable Path authorities) throws SSLException {
        SslContextBuilder builder = SslContextBuilder.forClient()
                .sslProvider(provider())
                .protocols(VERSIONS)
                .endpointIdentificationAlgorithm("HTTPS");
        if (authorities != null) {
            builder.trustManager(authorities.toFile());
        }
        return builder.build();
    }

    private static SslProvider provider() {
        return OpenSsl.isAvailable() ? SslProvider.OPENSSL : SslProvider.JDK;
    }

    /** The word for logs. */
    public static String name() {
        return OpenSsl.isAvailable() ? "boringssl" : "jdk";
    }
}
