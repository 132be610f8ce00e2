package dev.sluice.gateway.config;

import dev.sluice.policy.diagnostic.Problem;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the gateway's file says.
 *
 * @param bundle the bundle's directory, absolute
 * @param state the directory for what outlives the process, absolute, or null
 * @param shop the shop's listener, or null where nothing is pushed
 * @param admin the operators' listener, or null where there is none
 * @param probes the listener for health and metrics, or null
 * @param keys what keyed forms are made with
 * @param drain how long exchanges under way may go on after a stop
 * @param warnings what is not wrong with the file, and may not be meant either
 */
public record GatewayConfig(
        Path bundle,
        @Nullable Path state,
        ListenerConfig partners,
        @Nullable ShopListenerConfig shop,
        @Nullable AdminListenerConfig admin,
        @Nullable ListenerConfig probes,
        ConfiguredKeys keys,
        Limits limits,
        Duration drain,
        Map<String, UpstreamConfig> upstreams,
        List<RouteConfig> routes,
        List<Problem> warnings) {

    public GatewayConfig {
        upstreams = Map.copyOf(upstreams);
        routes = List.copyOf(routes);
        warnings = List.copyOf(warnings);
    }

    @Override
    public String toString() {
        return "GatewayConfig[" + upstreams.size() + " upstreams, " + routes.size() + " routes]";
    }
}
