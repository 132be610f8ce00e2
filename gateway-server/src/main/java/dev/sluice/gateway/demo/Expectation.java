package dev.sluice.gateway.demo;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Compares what a partner got with what the example says it gets, to the last member; a handle matches any text. */
final class Expectation {

    private static final String HANDLE = "(a handle)";

    private Expectation() {}

    static boolean met(JsonNode expected, @Nullable JsonNode got) {
        if (got == null || expected.getNodeType() != got.getNodeType() || expected.size() != got.size()) {
            return false;
        }
        if (expected.isObject()) {
            return expected.properties().stream().allMatch(member -> met(member.getValue(), counterpart(member, got)));
        }
        if (expected.isArray()) {
            for (int i = 0; i < expected.size(); i++) {
                if (!met(expected.get(i), got.get(i))) {
                    return false;
                }
            }
            return true;
        }
        return expected.equals(got)
                || expected.isString() && expected.asString().equals(HANDLE);
    }

    private static @Nullable JsonNode counterpart(Map.Entry<String, JsonNode> member, JsonNode got) {
        return got.get(member.getKey());
    }
}
