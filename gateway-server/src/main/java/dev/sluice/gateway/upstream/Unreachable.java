package dev.sluice.gateway.upstream;

import io.netty.channel.ConnectTimeoutException;
import io.netty.handler.ssl.SslHandshakeTimeoutException;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import org.jspecify.annotations.Nullable;

/**
 * Why no connection to an upstream came about, in a word for the log. An exception's own text goes nowhere: it may quote
 * what a peer sent.
 */
public enum Unreachable {
    /** Nothing listens at the port. */
    REFUSED("refused"),
    /** The name has no address. */
    UNKNOWN_HOST("unknown-host"),
    /** No authority that is trusted vouches for the certificate, or none does any more. */
    UNTRUSTED("untrusted"),
    /** The certificate is somebody else's. */
    NAME_MISMATCH("name-mismatch"),
    /** Neither a connection nor TLS on it was there in time. */
    TIMEOUT("timeout"),
    /** The peer does not speak TLS, none that is spoken here, or closed in the middle of the handshake. */
    TLS("tls"),
    OTHER("other");

    private static final int DEEPEST_CAUSE = 10;

    private final String word;

    Unreachable(String word) {
        this.word = word;
    }

    /** The word, which is never renamed. */
    public String word() {
        return word;
    }

    /** What a failed attempt to connect means. */
    static Unreachable byConnecting(@Nullable Throwable cause) {
        if (cause instanceof ConnectTimeoutException) {
            return TIMEOUT;
        }
        if (cause instanceof UnknownHostException) {
            return UNKNOWN_HOST;
        }
        // Transports have exceptions of their own, and the system's words in common.
        String words = cause == null ? "" : String.valueOf(cause.getMessage());
        if (words.contains("Connection refused")) {
            return REFUSED;
        }
        return words.contains("Connection timed out") ? TIMEOUT : OTHER;
    }

    /** What a failed handshake means. */
    static Unreachable byHandshake(@Nullable Throwable cause) {
        Unreachable found = TLS;
        Throwable next = cause;
        for (int depth = 0; next != null && depth < DEEPEST_CAUSE; depth++) {
            if (next instanceof SslHandshakeTimeoutException) {
                return TIMEOUT;
            }
            if (next instanceof CertificateException && aboutTheName(next)) {
                return NAME_MISMATCH;
            }
            if (next instanceof GeneralSecurityException) {
                found = UNTRUSTED;
            }
            next = next.getCause();
        }
        return found;
    }

    /** The JDK has no exception of its own for a name that does not match, only these words. */
    private static boolean aboutTheName(Throwable cause) {
        String words = String.valueOf(cause.getMessage());
        return words.startsWith("No subject alternative") || words.startsWith("No name matching");
    }
}
