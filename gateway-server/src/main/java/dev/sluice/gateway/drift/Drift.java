package dev.sluice.gateway.drift;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What no catalog knows, by route and catalog, since the process began. Safe for threads. */
public final class Drift {

    private final NameHash hash = new NameHash();
    private final Map<Key, RouteDrift> routes = new ConcurrentHashMap<>();

    /** Both are ids out of configuration, so there are not many. */
    private record Key(String route, String catalog) {}

    /** The counts of one route. */
    public RouteDrift route(String route, String catalog) {
        Key key = new Key(route, catalog);
        RouteDrift known = routes.get(key);
        return known != null ? known : routes.computeIfAbsent(key, k -> new RouteDrift(route, catalog, hash));
    }

    /** All of them that counted anything, in the order of routes and catalogs. */
    public List<RouteDrift> routes() {
        return routes.values().stream()
                .filter(route -> !route.places().isEmpty())
                .sorted(Comparator.comparing(RouteDrift::route).thenComparing(RouteDrift::catalog))
                .toList();
    }
}
