package dev.sluice.gateway.comparison;

import dev.sluice.gateway.route.Route;
import dev.sluice.policy.compare.Differences.Declared;
import dev.sluice.policy.compare.Direction;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of each partner's requests, and of the shop's to each partner, by the routes of two files: by method and
 * path, whatever the routes are called.
 */
final class RouteFacts {

    private static final String ROUTE = "route";

    private final List<Route> before;
    private final List<Route> after;
    private final UpstreamFacts upstreams;
    private final Map<Fact, SortedSet<String>> methods = new LinkedHashMap<>();

    private RouteFacts(GatewayFile before, GatewayFile after) {
        this.before = before.routes();
        this.after = after.routes();
        this.upstreams =
                new UpstreamFacts(before.config().upstreams(), after.config().upstreams());
    }

    /** @param before in words; empty for nothing @param after likewise */
    private record Fact(
            Direction direction, String partner, String aspect, String way, String path, String before, String after) {}

    static List<Declared> compare(GatewayFile before, GatewayFile after) {
        RouteFacts facts = new RouteFacts(before, after);
        each(facts.after, facts::gained);
        each(facts.before, facts::lost);
        List<Declared> found = new ArrayList<>();
        facts.methods.forEach((fact, of) -> found.add(declared(fact, String.join(", ", of))));
        found.addAll(facts.upstreams.found());
        return found;
    }

    /** One partner's requests of one method on one route. */
    @FunctionalInterface
    private interface Look {
        void at(String partner, Route route, String method);
    }

    private static void each(List<Route> routes, Look look) {
        for (Route route : routes) {
            for (String partner : new TreeSet<>(route.partners())) {
                new TreeSet<>(route.methods()).forEach(method -> look.at(partner, route, method));
            }
        }
    }

    private void gained(String partner, Route route, String method) {
        Route was = servedBy(before, partner, route, method);
        if (was == null) {
            add(Direction.WIDER, partner, ROUTE, route, method, "", documents(route));
            add(Direction.WIDER, partner, "upstream", route, method, "nothing", upstreams.after(route.upstream()));
        } else {
            settings(partner, route, method, was, route);
        }
    }

    /** Of paths that both files spell everything is told from the new one's side. */
    private void lost(String partner, Route route, String method) {
        Route becomes = servedBy(after, partner, route, method);
        if (becomes == null) {
            add(Direction.NARROWER, partner, ROUTE, route, method, documents(route), "");
        } else if (!route.path().covers(becomes.path())) {
            settings(partner, route, method, route, becomes);
        }
    }

    /** The route among others that takes every request of a method and a route's paths, if the partner is on it. */
    private static @Nullable Route servedBy(List<Route> among, String partner, Route of, String method) {
        Route found = null;
        for (Route route : among) {
            boolean takes = route.direction() == of.direction()
                    && route.methods().contains(method)
                    && route.path().covers(of.path());
            if (takes && (found == null || route.path().precedes(found.path()))) {
                found = route;
            }
        }
        return found != null && found.partners().contains(partner) ? found : null;
    }

    private void settings(String partner, Route at, String method, Route was, Route becomes) {
        upstreams.compare(was.upstream(), becomes.upstream());
        changed(partner, "catalog", at, method, was.catalog(), becomes.catalog(), false);
        changed(partner, "purpose", at, method, purpose(was), purpose(becomes), was.purpose() == null);
        changed(
                partner,
                "query",
                at,
                method,
                query(was),
                query(becomes),
                was.query().containsAll(becomes.query()));
        changed(
                partner,
                "compression",
                at,
                method,
                was.compressed() ? "on" : "off",
                becomes.compressed() ? "on" : "off",
                was.compressed());
    }

    private void changed(
            String partner, String aspect, Route at, String method, String was, String becomes, boolean narrower) {
        if (!was.equals(becomes)) {
            add(narrower ? Direction.NARROWER : Direction.WIDER, partner, aspect, at, method, was, becomes);
        }
    }

    private static String documents(Route route) {
        return ", documents of `" + route.catalog() + "` for " + purpose(route)
                + (route.query().isEmpty() ? "" : ", with " + query(route));
    }

    private static String purpose(Route route) {
        return route.purpose() == null ? "any of its purposes" : "`" + route.purpose() + "`";
    }

    private static String query(Route route) {
        return route.query().isEmpty() ? "nothing" : "`" + String.join("`, `", new TreeSet<>(route.query())) + "`";
    }

    private void add(
            Direction direction, String partner, String aspect, Route at, String method, String was, String becomes) {
        String way = at.direction().word().equals("push") ? "push " : "";
        methods.computeIfAbsent(
                        new Fact(direction, partner, aspect, way, at.path().toString(), was, becomes),
                        fact -> new TreeSet<>())
                .add(method);
    }

    private static Declared declared(Fact fact, String methods) {
        String request = fact.way() + methods + " " + fact.path();
        return fact.aspect().equals(ROUTE)
                ? new Declared(
                        fact.direction(),
                        fact.partner(),
                        ROUTE,
                        fact.before().isEmpty() ? "nothing" : request + fact.before(),
                        fact.after().isEmpty() ? "nothing" : request + fact.after())
                : new Declared(
                        fact.direction(),
                        fact.partner(),
                        fact.aspect() + " of " + request,
                        fact.before(),
                        fact.after());
    }
}
