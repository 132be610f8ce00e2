package dev.sluice.gateway.shadow;

import dev.sluice.policy.decision.Disclosure;
import dev.sluice.policy.decision.PolicyVersion;
import dev.sluice.policy.decision.Reason;
import dev.sluice.policy.field.FieldDecisions;
import dev.sluice.policy.field.FieldPlan;
import dev.sluice.policy.field.FieldTree;
import dev.sluice.policy.field.RecordBatch;
import dev.sluice.policy.field.RecordContext;
import dev.sluice.policy.field.RecordVerdict;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * Decides as the live bundle does, and then asks the candidate too. Nothing that the candidate says or does reaches the
 * exchange.
 */
final class ShadowedDisclosure implements Disclosure {

    private final Disclosure live;
    private final @Nullable Disclosure candidate;
    private final PlanPair pair;
    private final ShadowReport report;
    private final InstantSource clock;
    private boolean documentCompared;

    /** @param candidate null where the candidate shares nothing at all */
    ShadowedDisclosure(
            Disclosure live, @Nullable Disclosure candidate, PlanPair pair, ShadowReport report, InstantSource clock) {
        this.live = live;
        this.candidate = candidate;
        this.pair = pair;
        this.report = report;
        this.clock = clock;
    }

    @Override
    public PolicyVersion version() {
        return live.version();
    }

    @Override
    public FieldPlan plan() {
        return live.plan();
    }

    @Override
    public FieldDecisions document() {
        return live.document();
    }

    @Override
    public RecordContext documentContext() {
        return live.documentContext();
    }

    @Override
    public @Nullable String customer(RecordBatch batch, int index) {
        return live.customer(batch, index);
    }

    @Override
    public Reason reason(int index) {
        return live.reason(index);
    }

    @Override
    public RecordVerdict[] decide(RecordBatch batch) {
        RecordVerdict[] verdicts = live.decide(batch);
        try {
            compare(batch, verdicts);
        } catch (RuntimeException e) {
            report.countFailed(verdicts.length);
        }
        return verdicts;
    }

    private void compare(RecordBatch batch, RecordVerdict[] verdicts) {
        long now = clock.millis();
        if (!documentCompared) {
            documentCompared = true;
            pair.compare(
                            FieldTree.NONE,
                            FieldTree.NONE,
                            live.document(),
                            candidate == null ? null : candidate.document())
                    .countDocument(now);
        }
        RecordVerdict @Nullable [] others = null;
        PlanPair.Other other = pair.other();
        if (candidate != null && other != null) {
            if (other.match().same()) {
                others = candidate.decide(batch);
            } else {
                MatchedBatch matched = new MatchedBatch(batch, other.match());
                if (!matched.comparable()) {
                    report.countIncomparable(verdicts.length);
                    return;
                }
                others = candidate.decide(matched);
            }
        }
        count(batch, verdicts, others, now);
    }

    /** Neighbours that were decided alike are counted at once. */
    @SuppressWarnings("ReferenceEquality")
    private void count(RecordBatch batch, RecordVerdict[] verdicts, RecordVerdict @Nullable [] others, long now) {
        int from = 0;
        for (int k = 1; k <= verdicts.length; k++) {
            if (k < verdicts.length
                    && verdicts[k].decisions() == verdicts[from].decisions()
                    && batch.record(k).recordType() == batch.record(from).recordType()
                    && batch.begins(k) == batch.begins(from)
                    && (others == null || others[k].decisions() == others[from].decisions())) {
                continue;
            }
            pair.compare(
                            batch.record(from).recordType(),
                            batch.begins(from),
                            verdicts[from].decisions(),
                            others == null ? null : others[from].decisions())
                    .count(k - from, now);
            from = k;
        }
    }
}
