package dev.sluice.gateway.route;

import dev.sluice.gateway.config.RouteConfig;
import dev.sluice.policy.diagnostic.Problems;
import dev.sluice.policy.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Turns routes as written into routes, and finds what cannot be served as written. */
public final class RouteBuilder {

    private final Problems problems;

    public RouteBuilder(Problems problems) {
        this.problems = problems;
    }

    /** The routes that are sound; what is not is among the problems. */
    public List<Route> build(List<RouteConfig> configs) {
        List<Route> routes = new ArrayList<>();
        for (RouteConfig config : configs) {
            PathPattern path;
            try {
                path = PathPattern.parse(config.path().text());
            } catch (IllegalArgumentException e) {
                String message = "the path `" + config.path().text() + "` cannot be matched: " + e.getMessage();
                problems.error("wrong-value", config.path().location(), message, null);
                continue;
            }
            Route route = route(config, path);
            checkVariables(config, path);
            checkOverlap(config, route, routes);
            routes.add(route);
        }
        return routes;
    }

    private static Route route(RouteConfig config, PathPattern path) {
        Set<String> partners = new LinkedHashSet<>();
        config.partners().forEach(partner -> partners.add(partner.text()));
        YamlScalar purpose = config.purpose();
        return new Route(
                config.id().text(),
                config.push() ? Direction.PUSH : Direction.PULL,
                partners,
                Set.copyOf(config.methods()),
                path,
                config.upstream().text(),
                config.catalog().text(),
                Set.copyOf(config.query()),
                purpose == null ? null : purpose.text(),
                config.compressed());
    }

    /** What a push says in its path goes to the partner unjudged, so it goes only if somebody said that it may. */
    private void checkVariables(RouteConfig config, PathPattern path) {
        for (String variable : path.variables()) {
            if (config.push() && !config.variables().contains(variable)) {
                problems.error(
                        "undeclared-variable",
                        config.path().location(),
                        "the path variable `" + variable + "` of a push is not declared",
                        "if it never holds anything of a customer, add `variables: { " + variable + ": as_is }`");
            }
        }
        for (String declared : config.variables()) {
            if (!path.variables().contains(declared)) {
                problems.error(
                        "unknown-variable",
                        config.location(),
                        "`variables` has `" + declared + "`, which is not in the path",
                        null);
            }
        }
    }

    private void checkOverlap(RouteConfig config, Route route, List<Route> others) {
        for (Route other : others) {
            Set<String> shared = new HashSet<>(route.methods());
            shared.retainAll(other.methods());
            boolean same = route.direction() == other.direction()
                    && !shared.isEmpty()
                    && route.path().overlaps(other.path())
                    && !route.path().precedes(other.path())
                    && !other.path().precedes(route.path());
            if (same) {
                problems.error(
                        "ambiguous-route",
                        config.path().location(),
                        "the routes `" + other.id() + "` and `" + route.id() + "` have the same paths and methods",
                        "make one path more specific, or give them different methods");
            }
        }
    }
}
