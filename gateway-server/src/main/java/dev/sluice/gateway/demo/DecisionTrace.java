package dev.sluice.gateway.demo;

import dev.sluice.policy.decision.Disclosure;
import dev.sluice.policy.decision.PolicyVersion;
import dev.sluice.policy.decision.Reason;
import dev.sluice.policy.field.FieldDecisions;
import dev.sluice.policy.field.FieldPlan;
import dev.sluice.policy.field.RecordBatch;
import dev.sluice.policy.field.RecordContext;
import dev.sluice.policy.field.RecordVerdict;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A disclosure that remembers what it decided, record by record, so that the demo can tell why. */
final class DecisionTrace implements Disclosure {

    private final Disclosure disclosure;
    private final List<FieldDecisions> decided = new ArrayList<>();

    DecisionTrace(Disclosure disclosure) {
        this.disclosure = disclosure;
    }

    /** The decisions in the document's order, each enclosing record before those nested in it. */
    List<FieldDecisions> decided() {
        return Collections.unmodifiableList(decided);
    }

    @Override
    public RecordVerdict[] decide(RecordBatch batch) {
        RecordVerdict[] verdicts = disclosure.decide(batch);
        for (RecordVerdict verdict : verdicts) {
            decided.add(verdict.decisions());
        }
        return verdicts;
    }

    @Override
    public PolicyVersion version() {
        return disclosure.version();
    }

    @Override
    public FieldPlan plan() {
        return disclosure.plan();
    }

    @Override
    public FieldDecisions document() {
        return disclosure.document();
    }

    @Override
    public RecordContext documentContext() {
        return disclosure.documentContext();
    }

    @Override
    public Reason reason(int index) {
        return disclosure.reason(index);
    }
}
