package dev.sluice.gateway.proxy;

import dev.sluice.gateway.enforce.Rulebook;
import dev.sluice.gateway.partner.Partner;
import dev.sluice.gateway.route.Route;

/**
 * A request that means a route.
 *
 * @param partner who receives: the caller on a pull, the route's partner on a push
 * @param target what to ask the upstream for
 */
record RoutedRequest(RequestHead head, Partner partner, Rulebook rulebook, Route route, String target) {}
