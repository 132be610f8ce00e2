package dev.sluice.gateway.admin;

import java.util.Set;

/** One thing that operators can ask for. Called on the admin thread, one at a time, so it may take its time. */
public interface AdminEndpoint {

    /** The method, in capitals. */
    String method();

    /** The path, whole. */
    String path();

    /** The query parameters that it takes, each {@code true} or {@code false}; a request with another is refused. */
    default Set<String> parameters() {
        return Set.of();
    }

    /** The members of the JSON object that it takes as the request's body; a request with another is refused. */
    default Set<String> members() {
        return Set.of();
    }

    AdminAnswer answer(AdminRequest request);
}
