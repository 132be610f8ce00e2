package dev.sluice.gateway.server;

import dev.sluice.gateway.config.ListenerConfig;
import java.io.IOException;
import java.net.UnknownHostException;
import java.util.Locale;

/** A listener's address is not to be had. Says which listener and which address. */
public final class CannotListenException extends IOException {

    private static final long serialVersionUID = 1L;

    CannotListenException(String listener, ListenerConfig at, IOException cause) {
        super("`" + listener + "` cannot listen on `" + address(at) + "`: " + reason(cause), cause);
    }

    private static String address(ListenerConfig at) {
        String host = at.host().contains(":") ? "[" + at.host() + "]" : at.host();
        return host + ":" + at.port();
    }

    /** The system's own words, which stand behind those of the library that called it. */
    private static String reason(IOException cause) {
        if (cause instanceof UnknownHostException) {
            return "the name has no address";
        }
        String words = String.valueOf(cause.getMessage());
        return words.substring(words.lastIndexOf(": ") + 1).strip().toLowerCase(Locale.ROOT);
    }
}
