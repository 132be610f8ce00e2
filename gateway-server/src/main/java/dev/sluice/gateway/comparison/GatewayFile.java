package dev.sluice.gateway.comparison;

import dev.sluice.gateway.config.GatewayConfig;
import dev.sluice.gateway.route.Route;
import dev.sluice.policy.compare.Serving;
import java.util.List;

/**
 * What a gateway's file says.
 *
 * @param routes sound ones
 */
public record GatewayFile(GatewayConfig config, List<Route> routes) {

    public GatewayFile {
        routes = List.copyOf(routes);
    }

    /** Which documents go to whom: those of a catalog for which there is a route with the partner on it. */
    public Serving serving() {
        return (partner, purpose, catalog) -> routes.stream()
                .anyMatch(route -> route.catalog().equals(catalog)
                        && route.partners().contains(partner)
                        && (route.purpose() == null || route.purpose().equals(purpose)));
    }

    @Override
    public String toString() {
        return "GatewayFile[" + routes.size() + " routes]";
    }
}
