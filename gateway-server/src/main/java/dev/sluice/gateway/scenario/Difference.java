package dev.sluice.gateway.scenario;

import dev.sluice.policy.field.FieldTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * What tells two documents apart, place by place. The order of members does not matter; numbers are the same only if
 * they have the
 * same digits.
 */
final class Difference {

    private final Placeholders placeholders;
    private final List<Finding> findings = new ArrayList<>();

    private Difference(Placeholders placeholders) {
        this.placeholders = placeholders;
    }

    static List<Finding> between(Document expected, Document left, FieldTree tree, Placeholders placeholders) {
        Difference difference = new Difference(placeholders);
        Found one = Found.root(expected, tree);
        Found other = Found.root(left, tree);
        if (one.value().isMissingNode() || other.value().isMissingNode()) {
            difference.presence(one, other);
        } else {
            difference.compare(one, other);
        }
        return difference.findings;
    }

    /** Whether one value is the other, or stands for it. */
    static boolean same(JsonNode expected, JsonNode left, Placeholders placeholders) {
        return expected.equals(left)
                || expected.isString() && left.isString() && placeholders.accepts(expected.asString(), left.asString());
    }

    private void presence(Found expected, Found left) {
        if (!left.value().isMissingNode()) {
            findings.add(Finding.left(left.spot(), left.value().toString()));
        } else if (!expected.value().isMissingNode()) {
            findings.add(Finding.missing(expected.spot(), expected.value().toString()));
        }
    }

    private void compare(Found expected, Found left) {
        if (expected.value().isObject() && left.value().isObject()) {
            members(expected, left);
        } else if (expected.value().isArray() && left.value().isArray()) {
            elements(expected.children(), left.children());
        } else if (!same(expected.value(), left.value(), placeholders)) {
            findings.add(Finding.different(
                    left.spot(), expected.value().toString(), left.value().toString()));
        }
    }

    private void members(Found expected, Found left) {
        for (Map.Entry<String, JsonNode> member : expected.value().properties()) {
            JsonNode counterpart = left.value().get(member.getKey());
            Found wanted = expected.member(member.getKey(), member.getValue());
            if (counterpart == null) {
                findings.add(Finding.missing(wanted.spot(), wanted.value().toString()));
            } else {
                compare(wanted, left.member(member.getKey(), counterpart));
            }
        }
        for (Map.Entry<String, JsonNode> member : left.value().properties()) {
            if (expected.value().get(member.getKey()) == null) {
                Found more = left.member(member.getKey(), member.getValue());
                findings.add(Finding.left(more.spot(), more.value().toString()));
            }
        }
    }

    /**
     * Pairs elements from both ends, as long as they are the same, so that one that is missing does not move all
     * others.
     */
    private void elements(List<Found> expected, List<Found> left) {
        int from = 0;
        int paired = Math.min(expected.size(), left.size());
        while (from < paired && equal(expected.get(from), left.get(from))) {
            from++;
        }
        int tail = 0;
        while (tail < paired - from
                && equal(expected.get(expected.size() - 1 - tail), left.get(left.size() - 1 - tail))) {
            tail++;
        }
        int expectedEnd = expected.size() - tail;
        int leftEnd = left.size() - tail;
        for (int k = from; k < Math.max(expectedEnd, leftEnd); k++) {
            if (k < expectedEnd && k < leftEnd) {
                compare(expected.get(k), left.get(k));
            } else if (k < expectedEnd) {
                findings.add(Finding.missing(
                        expected.get(k).spot(), expected.get(k).value().toString()));
            } else {
                findings.add(
                        Finding.left(left.get(k).spot(), left.get(k).value().toString()));
            }
        }
    }

    private boolean equal(Found expected, Found left) {
        Difference nested = new Difference(placeholders);
        nested.compare(expected, left);
        return nested.findings.isEmpty();
    }
}
