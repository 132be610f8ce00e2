package dev.sluice.gateway.route;

import java.util.Set;

/** What the table says to a request. */
public sealed interface RouteMatch {

    /**
     * The request means this route.
     *
     * @param target what to ask the upstream for: the normalised path and the query that passed
     */
    record Found(Route route, String target) implements RouteMatch {}

    /** No route has this path. */
    record Unknown() implements RouteMatch {}

    /** A route has this path, but not this method. */
    record MethodRefused(Set<String> allowed) implements RouteMatch {}

    /** The route does not take a parameter of this query, or one stands twice. */
    record QueryRefused(Route route) implements RouteMatch {}
}
