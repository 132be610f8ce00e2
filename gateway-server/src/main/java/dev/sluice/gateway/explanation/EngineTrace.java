package dev.sluice.gateway.explanation;

import dev.sluice.gateway.enforce.Disclosed;
import dev.sluice.gateway.json.DisclosureTally;
import dev.sluice.gateway.json.RecordFault;
import dev.sluice.policy.decision.Disclosure;
import dev.sluice.policy.decision.Reason;
import dev.sluice.policy.decision.Reason.Cause;
import dev.sluice.policy.field.FieldTree;
import dev.sluice.policy.field.RecordBatch;
import dev.sluice.policy.field.RecordVerdict;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** What the engine did with what was decided: records it withheld all the same, and forms that could not be applied. */
public final class EngineTrace {

    private final Disclosure disclosure;
    private final List<TriedForms> forms = new ArrayList<>();
    private final List<@Nullable Reason> faults = new ArrayList<>();
    private long tooLarge;

    public EngineTrace(Disclosure disclosure) {
        this.disclosure = disclosure;
    }

    /** Decides records, and remembers in their order what becomes of them. @param faultOf the engine's, by record */
    public RecordVerdict[] decide(RecordBatch batch, IntFunction<RecordFault> faultOf) {
        RecordVerdict[] decided = disclosure.decide(batch);
        RecordVerdict[] watched = new RecordVerdict[decided.length];
        boolean[] stays = new boolean[decided.length];
        for (int k = 0; k < decided.length; k++) {
            int around = batch.enclosing(k);
            Reason fault = around != FieldTree.NONE && stays[around]
                    ? new Reason(Cause.ENCLOSING_WITHHELD, null, null)
                    : reason(faultOf.apply(k));
            stays[k] = fault != null || !decided[k].decisions().leaves();
            faults.add(fault);
            TriedForms tried = new TriedForms(decided[k]);
            forms.add(tried);
            watched[k] = tried.verdict();
        }
        return watched;
    }

    /** The document has ended. */
    public void ended(DisclosureTally tally) {
        tooLarge = tally.withheldRecords().getOrDefault(DisclosureTally.reasonOf(RecordFault.RECORD_TOO_LARGE), 0L);
    }

    /** Why the engine withheld a record, whatever was decided; or null. */
    @Nullable Reason fault(int record) {
        return faults.get(record);
    }

    TriedForms forms(int record) {
        return forms.get(record);
    }

    /** How many records were never decided, since they were too large. */
    long tooLarge() {
        return tooLarge;
    }

    private @Nullable Reason reason(RecordFault fault) {
        return fault == RecordFault.NONE
                ? null
                : new Reason(Disclosed.cause(DisclosureTally.reasonOf(fault), disclosure), null, null);
    }
}
