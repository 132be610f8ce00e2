package dev.sluice.policy.evaluate;

import dev.sluice.policy.decision.Reason;
import dev.sluice.policy.decision.RuleOutcome;
import dev.sluice.policy.decision.RuleTrace;
import dev.sluice.policy.diagnostic.SourceLocation;
import dev.sluice.policy.field.FieldDecisions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
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
        this.rules = Stream.of(
                        plan.shares().stream().map(share -> traced(Kind.SHARE, share.reason())),
                        plan.protects().stream().map(cut -> traced(Kind.PROTECT, cut.reason())),
                        plan.forbids().stream().map(cut -> traced(Kind.FORBID, cut.reason())))
                .flatMap(traced -> traced)
                .toList();
    }

    /** @param person null where no rule was asked */
    void add(int recordType, @Nullable Person person, FieldDecisions decisions) {
        records.add(new OfRecord(recordType, decisions, person == null ? List.of() : outcomes(recordType, person)));
    }

    @Override
    public List<Traced> rules() {
        return rules;
    }

    @Override
    public List<OfRecord> records() {
        return Collections.unmodifiableList(records);
    }

    @Override
    public List<Integer> rulesOf(int fieldClass) {
        ClassRules own = plan.classes().get(fieldClass);
        SortedSet<Integer> numbers = new TreeSet<>();
        own.shares().forEach(ofCategory -> ofCategory.forEach(share -> numbers.add(share.rule())));
        own.protects().forEach(protect -> numbers.add(plan.shares().size() + protect.rule()));
        own.forbids()
                .forEach(forbid ->
                        numbers.add(plan.shares().size() + plan.protects().size() + forbid));
        return List.copyOf(numbers);
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

    private Traced traced(Kind kind, int index) {
        Reason reason = plan.reasons().get(index);
        SourceLocation location = Objects.requireNonNull(reason.location());
        return new Traced(kind, Objects.requireNonNull(reason.rule()), location);
    }
}
