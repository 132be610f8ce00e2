package dev.sluice.gateway.server;

import dev.sluice.gateway.config.UpstreamConfig;
import dev.sluice.gateway.upstream.Upstream;
import java.net.URI;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import javax.net.ssl.SSLException;

/** Makes upstreams ready to be connected to out of what the gateway's file says of them. */
final class Upstreams {

    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    private Upstreams() {}

    static Map<String, Upstream> of(Collection<UpstreamConfig> configs) throws SSLException {
        Map<String, Upstream> upstreams = new HashMap<>();
        for (UpstreamConfig config : configs) {
            upstreams.put(config.id(), upstream(config));
        }
        return upstreams;
    }

    private static Upstream upstream(UpstreamConfig config) throws SSLException {
        URI url = config.url();
        boolean secure = url.getScheme().equals("https");
        int port = url.getPort() > 0 ? url.getPort() : secure ? HTTPS : HTTP;
        String path = url.getRawPath() == null ? "" : url.getRawPath();
        UpstreamConfig.Presented present = config.present();
        return new Upstream(
                config.id(),
                url.getHost().replace("[", "").replace("]", ""),
                port,
                path.endsWith("/") ? path.substring(0, path.length() - 1) : path,
                secure ? TlsContexts.client(config.ca()) : null,
                url.getRawAuthority(),
                present == null ? new byte[0] : Upstream.presentLine(present.header(), present.value()),
                config.connect(),
                config.firstByte(),
                config.betweenBytes());
    }
}
