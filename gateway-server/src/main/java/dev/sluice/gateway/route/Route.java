package dev.sluice.gateway.route;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One resource that partners may reach, or that the shop may send to.
 *
 * @param partners who may use it; exactly one on a push
 * @param upstream the id of the service behind it
 * @param catalog the catalog that its filtered body follows
 * @param query the query parameters that pass as they are; any other is refused
 * @param purpose what it is for, or null where the partner says so
 * @param compressed whether its answers may be compressed
 */
public record Route(
        String id,
        Direction direction,
        Set<String> partners,
        Set<String> methods,
        PathPattern path,
        String upstream,
        String catalog,
        Set<String> query,
        @Nullable String purpose,
        boolean compressed) {

    public Route {
        partners = Set.copyOf(partners);
        methods = Set.copyOf(methods);
        query = Set.copyOf(query);
    }
}
