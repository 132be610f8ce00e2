package dev.sluice.gateway.proxy;

import dev.sluice.gateway.failure.Failure;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A request that one of the handlers turned down. It travels on to the last handler, which answers.
 *
 * @param head the head, or null if it could not be read; then the connection ends
 * @param partner the partner's id for the record, or null
 * @param route the route's id for the record, or null
 * @param purposes purposes to choose from, or none
 * @param methods methods that the route takes, where that is the question
 */
record RefusedRequest(
        Failure failure,
        @Nullable RequestHead head,
        @Nullable String partner,
        @Nullable String route,
        List<String> purposes,
        Set<String> methods) {

    RefusedRequest {
        purposes = List.copyOf(purposes);
        methods = Set.copyOf(methods);
    }

    static RefusedRequest unread(Failure failure) {
        return new RefusedRequest(failure, null, null, null, List.of(), Set.of());
    }

    static RefusedRequest of(Failure failure, RequestHead head, @Nullable String partner, @Nullable String route) {
        return new RefusedRequest(failure, head, partner, route, List.of(), Set.of());
    }
}
