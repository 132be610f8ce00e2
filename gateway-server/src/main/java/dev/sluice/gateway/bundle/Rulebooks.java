package dev.sluice.gateway.bundle;

import dev.sluice.gateway.config.RouteConfig;
import dev.sluice.gateway.enforce.Rulebook;
import dev.sluice.gateway.partner.ApiKeyDigest;
import dev.sluice.gateway.partner.PartnerRegistry;
import dev.sluice.policy.diagnostic.InvalidBundleException;
import dev.sluice.policy.diagnostic.Problems;
import dev.sluice.policy.model.Bundle;
import dev.sluice.policy.model.Partner;
import dev.sluice.policy.repository.ReadyBundle;
import java.util.List;

/** Turns a bundle into what exchanges are judged by, if it knows all that the routes name. */
public final class Rulebooks {

    private final List<RouteConfig> routes;

    public Rulebooks(List<RouteConfig> routes) {
        this.routes = List.copyOf(routes);
    }

    /** @throws InvalidBundleException with problems that stand in the gateway's file */
    public Rulebook of(ReadyBundle bundle) throws InvalidBundleException {
        Problems problems = new Problems();
        Bundle model = bundle.loaded().model();
        RouteCheck check = new RouteCheck(model, problems);
        routes.forEach(check::check);
        if (problems.hasErrors()) {
            throw new InvalidBundleException(problems.sorted());
        }
        return new Rulebook(bundle.decisions(), partners(model));
    }

    private static PartnerRegistry partners(Bundle bundle) {
        return new PartnerRegistry(
                bundle.partners().stream().map(Rulebooks::partner).toList());
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
}
