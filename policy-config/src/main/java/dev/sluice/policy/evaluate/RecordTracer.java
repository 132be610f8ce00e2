package dev.sluice.policy.evaluate;

import dev.sluice.policy.decision.RuleOutcome;
import dev.sluice.policy.decision.RuleTrace;
import dev.sluice.policy.decision.Ternary;
import dev.sluice.policy.field.FieldDecisions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Asks every rule of a plan what it says of each record, and remembers it. */
final class RecordTracer implements RuleTrace {

    private final PlanInForce force;
    private final CompiledPlan plan;
    private final List<Traced> rules;
    private final List<OfRecord> records = new ArrayList<>();

    RecordTracer(PlanInForce force) {
        this.force = force;
        this.plan = force.plan();
        this.rules = RuleMaps.rules(plan);
    }

    /**
     * @param ids all that the record gives its customer
     * @param person null where no rule was asked
     */
    void add(int recordType, Set<String> ids, @Nullable Person person, FieldDecisions decisions) {
        records.add(
                person == null
                        ? new OfRecord(recordType, ids, decisions, List.of(), Map.of(), null)
                        : new OfRecord(
                                recordType,
                                ids,
                                decisions,
                                outcomes(recordType, person),
                                answers(person),
                                person.at(person.moment)));
    }

    @Override
    public List<Traced> rules() {
        return rules;
    }

    @Override
    public List<OfRecord> records() {
        return Collections.unmodifiableList(records);
    }

    private List<RuleOutcome> outcomes(int recordType, Person person) {
        long[] gates = new long[force.words()];
        force.fill(gates, person);
        Combining combining = new Combining(plan, gates, recordType);
        List<RuleOutcome> outcomes = new ArrayList<>(combining.shareOutcomes());
        Stream.concat(plan.protects().stream(), plan.forbids().stream())
                .map(cut -> combining.isOpen(cut.gate()) ? RuleOutcome.HELD : RuleOutcome.FREED)
                .forEach(outcomes::add);
        return outcomes;
    }

    private Map<Asked, Ternary> answers(Person person) {
        Map<Asked, Ternary> answers = new HashMap<>();
        for (PlanNotes.Leaf leaf : plan.notes().leaves()) {
            answers.put(new Asked(leaf.at(), leaf.purpose()), leaf.check().on(person));
        }
        return answers;
    }
}
