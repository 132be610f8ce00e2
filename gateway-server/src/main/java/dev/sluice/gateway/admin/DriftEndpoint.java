package dev.sluice.gateway.admin;

import dev.sluice.gateway.drift.Drift;
import dev.sluice.gateway.drift.RouteDrift;
import java.util.List;
import java.util.Map;

/** {@code GET /admin/drift}: what traffic held that no catalog knows, by route and place, since the gateway's start. */
public final class DriftEndpoint implements AdminEndpoint {

    private final Drift drift;

    public DriftEndpoint(Drift drift) {
        this.drift = drift;
    }

    /** One route's places. */
    private record RouteView(String route, String catalog, List<RouteDrift.Place> places) {}

    @Override
    public String method() {
        return "GET";
    }

    @Override
    public String path() {
        return "/admin/drift";
    }

    @Override
    public AdminAnswer answer(AdminRequest request) {
        List<RouteView> routes = drift.routes().stream()
                .map(route -> new RouteView(route.route(), route.catalog(), route.places()))
                .toList();
        return AdminAnswer.ok(Map.of("routes", routes));
    }
}
