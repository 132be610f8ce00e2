package dev.sluice.gateway.route;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** All routes of one direction, literal paths before variable ones. Immutable. */
public final class RouteTable {

    private static final RouteMatch UNKNOWN = new RouteMatch.Unknown();

    private final List<Route> routes;

    /** Takes the routes of {@code direction} from all. */
    public RouteTable(Direction direction, Collection<Route> all) {
        List<Route> ordered = new ArrayList<>();
        for (Route route : all) {
            if (route.direction() == direction) {
                int at = 0;
                while (at < ordered.size()
                        && !route.path().precedes(ordered.get(at).path())) {
                    at++;
                }
                ordered.add(at, route);
            }
        }
        this.routes = List.copyOf(ordered);
    }

    /** Finds what a request means. */
    public RouteMatch match(String method, RequestTarget target) {
        @Nullable Set<String> allowed = null;
        for (Route route : routes) {
            if (!route.path().matches(target.path())) {
                continue;
            }
            if (route.methods().contains(method)) {
                return found(route, target);
            }
            allowed = allowed == null ? new TreeSet<>() : allowed;
            allowed.addAll(route.methods());
        }
        return allowed == null ? UNKNOWN : new RouteMatch.MethodRefused(allowed);
    }

    private static RouteMatch found(Route route, RequestTarget target) {
        String query = target.query();
        if (query == null || query.isEmpty()) {
            return new RouteMatch.Found(route, target.path());
        }
        Set<String> seen = new HashSet<>();
        for (String parameter : query.split("&", -1)) {
            int equals = parameter.indexOf('=');
            String name = equals < 0 ? parameter : parameter.substring(0, equals);
            if (!route.query().contains(name) || !seen.add(name)) {
                return new RouteMatch.QueryRefused(route);
            }
        }
        return new RouteMatch.Found(route, target.path() + '?' + query);
    }
}
