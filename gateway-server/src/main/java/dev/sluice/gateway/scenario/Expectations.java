package dev.sluice.gateway.scenario;

import dev.sluice.policy.decision.RuleOutcome;
import dev.sluice.policy.decision.RuleTrace;
import dev.sluice.policy.field.FieldTree;
import dev.sluice.policy.model.FactValue;
import dev.sluice.policy.model.Named;
import dev.sluice.policy.model.Path;
import dev.sluice.policy.model.Scenario.Expected;
import dev.sluice.policy.model.Scenario.ScenarioPath;
import dev.sluice.policy.model.Scenario.SharedValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Holds what came of a test against what was expected. What was never put to the test fails. */
final class Expectations {

    private final Expected expected;
    private final Document input;
    private final FieldTree tree;
    private final Passages passages;
    private final Placeholders placeholders = new Placeholders();
    private final List<Finding> findings = new ArrayList<>();

    private Expectations(Expected expected, Document input, FieldTree tree, Passages passages) {
        this.expected = expected;
        this.input = input;
        this.tree = tree;
        this.passages = passages;
    }

    /**
     * @param whole the whole document that was expected, or null
     * @param output what left
     */
    static List<Finding> unmet(
            Expected expected, @Nullable Document whole, Document input, Document output, FieldTree tree, Run run) {
        Document left = output.of(input);
        Passages passages = Passages.of(input, left, tree, run.records());
        Expectations expectations = new Expectations(expected, input, tree, passages);
        if (whole != null) {
            expectations.findings.addAll(Difference.between(whole.of(input), left, tree, expectations.placeholders));
        }
        expectations.shared();
        expected.withheld().forEach(expectations::withheld);
        expected.rules().forEach(rule -> expectations.acted(rule, run.trace()));
        return expectations.findings;
    }

    private void shared() {
        Set<String> known = new HashSet<>();
        expected.shared().forEach(shared -> shared(shared, known));
        if (expected.complete()) {
            complete(passages.root(), known);
        }
    }

    private void shared(SharedValue shared, Set<String> known) {
        Path path = shared.path().path();
        JsonNode wanted = json(shared.value());
        Optional<List<Passage>> reached = reached(path);
        if (reached.isEmpty()) {
            return;
        }
        boolean missing = true;
        for (Passage passage : reached.get()) {
            Found after = passage.after();
            if (after != null) {
                missing = false;
                known.add(after.spot().path());
                if (!same(shared.value(), wanted, after.value())) {
                    findings.add(Finding.different(
                            passage.spot(), wanted.toString(), after.value().toString()));
                }
            }
        }
        if (missing) {
            findings.add(Finding.missing(Spot.of(path, input, tree), wanted.toString()));
        }
    }

    private void complete(Passage passage, Set<String> known) {
        Found after = passage.after();
        if (after == null) {
            return;
        }
        if (after.value().isContainer()) {
            passages.children(passage).forEach(child -> complete(child, known));
        } else if (!known.contains(after.spot().path())) {
            findings.add(Finding.left(passage.spot(), after.value().toString()));
        }
    }

    private void withheld(ScenarioPath path) {
        Optional<List<Passage>> reached = reached(path.path());
        if (reached.isEmpty()) {
            return;
        }
        if (reached.get().stream().allMatch(passage -> passage.before() == null)) {
            findings.add(Finding.at(
                    Spot.of(path.path(), input, tree),
                    "was never put to the test: the input has nothing there, so that it stays proves nothing"));
        }
        for (Passage passage : reached.get()) {
            Found after = passage.after();
            if (after != null) {
                findings.add(Finding.left(passage.spot(), after.value().toString()));
            }
        }
    }

    /** What stands at a path; nothing, and a finding, if nothing tells what became of it. */
    private Optional<List<Passage>> reached(Path path) {
        Passages.Reached reached = passages.at(path);
        Passage unclear = reached.unclear();
        if (unclear == null) {
            return Optional.of(reached.passages());
        }
        findings.add(Finding.at(
                Spot.of(path, input, tree),
                "cannot be told from what stands beside it in what left: say `[*]` or `.*`, compare the whole `output`,"
                        + " or let the input have nothing beside it"));
        return Optional.empty();
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
