package dev.sluice.gateway.app;

import dev.sluice.gateway.bundle.Rulebooks;
import dev.sluice.gateway.config.GatewayConfig;
import dev.sluice.gateway.enforce.Rulebook;
import dev.sluice.gateway.route.Route;
import dev.sluice.gateway.route.RouteBuilder;
import dev.sluice.policy.diagnostic.InvalidBundleException;
import dev.sluice.policy.diagnostic.Problems;
import dev.sluice.policy.repository.ReadyBundle;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A configuration and its bundle, checked together and ready to be started.
 *
 * @param routes sound routes whose partners, catalogs and purposes the bundle knows
 */
public record PreparedGateway(GatewayConfig config, List<Route> routes, Rulebook rulebook) {

    public PreparedGateway {
        routes = List.copyOf(routes);
    }

    /**
     * Checks the routes against the bundle.
     *
     * @throws InvalidBundleException with problems in the gateway's file
     */
    public static PreparedGateway of(GatewayConfig config, ReadyBundle bundle) throws InvalidBundleException {
        Problems problems = new Problems();
        List<Route> routes = new RouteBuilder(problems).build(config.routes());
        @Nullable Rulebook rulebook = null;
        try {
            rulebook = new Rulebooks(config.routes()).of(bundle);
        } catch (InvalidBundleException e) {
            e.problems().forEach(problems::add);
        }
        if (rulebook == null || problems.hasErrors()) {
            throw new InvalidBundleException(problems.sorted());
        }
        return new PreparedGateway(config, routes, rulebook);
    }

    @Override
    public String toString() {
        return "PreparedGateway[" + routes.size() + " routes]";
    }
}
