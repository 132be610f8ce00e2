package dev.sluice.gateway.scenario;

import dev.sluice.policy.decision.DecisionPoint.TracedDisclosure;
import dev.sluice.policy.decision.RuleOutcome;
import dev.sluice.policy.decision.RuleTrace;
import dev.sluice.policy.field.FieldTree;
import dev.sluice.policy.model.FactValue;
import dev.sluice.policy.model.Named;
import dev.sluice.policy.model.Scenario.Expected;
import dev.sluice.policy.model.Scenario.ScenarioPath;
import dev.sluice.policy.model.Scenario.SharedValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Holds what came of a test against what was expected. What was never put to the test fails. */
final class Expectations {

    private final Expected expected;
    private final Document input;
    private final Document left;
    private final FieldTree tree;
    private final Placeholders placeholders = new Placeholders();
    private final List<Finding> findings = new ArrayList<>();

    private Expectations(Expected expected, Document input, Document left, FieldTree tree) {
        this.tree = tree;
        this.expected = expected;
        this.input = input;
        this.left = left;
    }

    /** @param whole the whole document that was expected, or null */
    static List<Finding> unmet(
            Expected expected, @Nullable Document whole, Document input, Document left, TracedDisclosure traced) {
        FieldTree tree = traced.disclosure().plan().tree();
        Expectations expectations = new Expectations(expected, input, left, tree);
        if (whole != null) {
            expectations.findings.addAll(Difference.between(whole, left, tree, expectations.placeholders));
        }
        expectations.shared();
        expected.withheld().forEach(expectations::withheld);
        expected.rules().forEach(rule -> expectations.acted(rule, traced.trace()));
        return expectations.findings;
    }

    private void shared() {
        Set<String> known = new HashSet<>();
        for (SharedValue shared : expected.shared()) {
            List<Found> found = Found.at(shared.path().path(), left, tree);
            JsonNode wanted = json(shared.value());
            if (found.isEmpty()) {
                findings.add(Finding.missing(Spot.of(shared.path().path(), left, tree), wanted.toString()));
            }
            for (Found one : found) {
                known.add(one.spot().path());
                if (!same(shared.value(), wanted, one.value())) {
                    findings.add(Finding.different(
                            one.spot(), wanted.toString(), one.value().toString()));
                }
            }
        }
        if (expected.complete()) {
            complete(Found.root(left, tree), known);
        }
    }

    private void complete(Found place, Set<String> known) {
        if (place.value().isContainer()) {
            place.children().forEach(child -> complete(child, known));
        } else if (!place.value().isMissingNode()
                && !known.contains(place.spot().path())) {
            findings.add(Finding.left(place.spot(), place.value().toString()));
        }
    }

    private void withheld(ScenarioPath path) {
        if (Found.at(path.path(), input, tree).isEmpty()) {
            findings.add(Finding.at(
                    Spot.of(path.path(), input, tree),
                    "was never put to the test: the input has nothing there, so that it stays proves nothing"));
        }
        for (Found found : Found.at(path.path(), left, tree)) {
            findings.add(Finding.left(found.spot(), found.value().toString()));
        }
    }

    /** A share acts where it grants, a protect or forbid where it holds. */
    private void acted(Named name, RuleTrace trace) {
        for (RuleTrace.OfRecord record : trace.records()) {
            for (int k = 0; k < record.outcomes().size(); k++) {
                RuleOutcome outcome = record.outcomes().get(k);
                boolean acted = outcome == RuleOutcome.GRANTED || outcome == RuleOutcome.HELD;
                if (acted && isOf(trace.rules().get(k).name(), name.name())) {
                    return;
                }
            }
        }
        findings.add(Finding.of("the rule `" + name + "` never acted"));
    }

    private static boolean isOf(String rule, String name) {
        return rule.equals(name) || rule.startsWith(name + "/");
    }

    private boolean same(@Nullable FactValue value, JsonNode wanted, JsonNode one) {
        if (value != null && value.kind() == FactValue.Kind.NUMBER) {
            return one.isNumber() && one.toString().equals(value.text());
        }
        return Difference.same(wanted, one, placeholders);
    }

    private static JsonNode json(@Nullable FactValue value) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        if (value == null) {
            return nodes.nullNode();
        }
        return switch (value.kind()) {
            case STRING -> nodes.stringNode(value.text());
            case NUMBER -> nodes.numberNode(new java.math.BigDecimal(value.text()));
            case BOOLEAN -> nodes.booleanNode(value.text().equals("true"));
        };
    }
}
