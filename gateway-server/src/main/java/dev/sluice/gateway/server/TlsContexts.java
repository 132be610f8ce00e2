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

    /**
     * For a listener: a certificate chain and its private key in PEM.
     *
     * @throws SSLException if TLS cannot be spoken with these files
     */
    public static SslContext server(Path certificate, Path key) throws SSLException {
        try {
            return SslContextBuilder.forServer(certificate.toFile(), key.toFile())
                    .sslProvider(provider())
                    .protocols(VERSIONS)
                    .build();
        } catch (IllegalArgumentException e) {
            throw unusable("certificate and key", certificate + "` and `" + key, e);
        }
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
            try {
                builder.trustManager(authorities.toFile());
            } catch (IllegalArgumentException e) {
                throw unusable("authorities", authorities.toString(), e);
            }
        }
        return builder.build();
    }

    /** They were usable when the gateway's file was read. The words of the cause are of unknown origin and stay inside. */
    private static SSLException unusable(String what, String files, IllegalArgumentException cause) {
        return new SSLException("the " + what + " in `" + files + "` cannot be used", cause);
    }

    private static SslProvider provider() {
        return OpenSsl.isAvailable() ? SslProvider.OPENSSL : SslProvider.JDK;
    }

    /** The word for logs. */
    public static String name() {
        return OpenSsl.isAvailable() ? "boringssl" : "jdk";
    }
}
