package dev.sluice.gateway.app;

import dev.sluice.gateway.config.GatewayConfig;
import dev.sluice.gateway.config.RouteConfig;
import dev.sluice.gateway.enforce.Rulebook;
import dev.sluice.gateway.partner.ApiKeyDigest;
import dev.sluice.gateway.partner.PartnerRegistry;
import dev.sluice.gateway.route.Route;
import dev.sluice.gateway.route.RouteBuilder;
import dev.sluice.policy.diagnostic.InvalidBundleException;
import dev.sluice.policy.diagnostic.Problems;
import dev.sluice.policy.model.Bundle;
import dev.sluice.policy.model.Partner;
import dev.sluice.policy.repository.ReadyBundle;
import java.util.List;

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
        RouteCheck check = new RouteCheck(bundle.loaded().model(), problems);
        for (RouteConfig route : config.routes()) {
            check.check(route);
        }
        if (problems.hasErrors()) {
            throw new InvalidBundleException(problems.sorted());
        }
        Rulebook rulebook =
                new Rulebook(bundle.decisions(), partners(bundle.loaded().model()));
        return new PreparedGateway(config, routes, rulebook);
    }

    private static PartnerRegistry partners(Bundle bundle) {
        return new PartnerRegistry(
                bundle.partners().stream().map(PreparedGateway::partner).toList());
    }

    private static dev.sluice.gateway.partner.Partner partner(Partner partner) {
        return new dev.sluice.gateway.partner.Partner(
                partner.id().name(),
                partner.status() == Partner.Status.ACTIVE,
                partner.purposes().stream().map(Object::toString).toList(),
                partner.apiKeys().stream()
                        .map(key -> ApiKeyDigest.parse(key.name()))
                        .toList());
    }

    @Override
    public String toString() {
        return "PreparedGateway[" + routes.size() + " routes]";
    }
}
