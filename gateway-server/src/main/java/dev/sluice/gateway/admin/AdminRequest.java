package dev.sluice.gateway.admin;

import java.util.Map;

/**
 * What was asked, as far as the endpoint takes it.
 *
 * @param parameters the query's parameters by name
 * @param members the texts of the body's object by name
 */
public record AdminRequest(Map<String, String> parameters, Map<String, String> members) {

    public AdminRequest {
        parameters = Map.copyOf(parameters);
        members = Map.copyOf(members);
    }

    /** A member's text without blanks around it, or an empty one. */
    public String member(String name) {
        return members.getOrDefault(name, "").strip();
    }

    /** Whether a parameter says {@code true}. */
    public boolean flag(String name) {
        return "true".equals(parameters.get(name));
    }

    @Override
    public String toString() {
        return "AdminRequest[" + parameters.keySet() + ", " + members.keySet() + "]";
    }
}
