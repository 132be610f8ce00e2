package dev.sluice.gateway.explanation;

import dev.sluice.policy.field.AddedMember;
import dev.sluice.policy.field.FieldDecision;
import dev.sluice.policy.field.FieldDecisions;
import dev.sluice.policy.field.Form;
import dev.sluice.policy.field.RecordContext;
import dev.sluice.policy.field.RecordVerdict;
import dev.sluice.policy.field.Scalar;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which forms of one record were applied to a value, and which could not be, by the class of the place. */
final class TriedForms {

    private final BitSet applied = new BitSet();
    private final BitSet failed = new BitSet();
    private final RecordVerdict decided;

    TriedForms(RecordVerdict decided) {
        this.decided = decided;
    }

    /** The same verdict, in forms that tell what came of them. */
    RecordVerdict verdict() {
        FieldDecisions decisions = decided.decisions();
        List<FieldDecision> watched = new ArrayList<>(decisions.classes());
        for (int k = 0; k < decisions.classes(); k++) {
            watched.add(watched(decisions.at(k), k));
        }
        return new RecordVerdict(
                new FieldDecisions(decisions.leaves(), decisions.reason(), watched),
                decided.context(),
                decided.added());
    }

    /** Whether a form could not be applied to some value. */
    boolean failed(int fieldClass) {
        return failed.get(fieldClass);
    }

    /** Whether it could be applied to none, though there was one. */
    boolean failedAll(int fieldClass) {
        return failed.get(fieldClass) && !applied.get(fieldClass);
    }

    /** Whether a member that policies add was added. */
    boolean added(int fieldClass) {
        return decided.added().stream().map(AddedMember::fieldClass).anyMatch(one -> one == fieldClass);
    }

    private FieldDecision watched(FieldDecision decision, int fieldClass) {
        boolean changes = decision instanceof FieldDecision.Share share
                && share.form() != Form.AS_IS
                && share.form() != Form.NULLIFY;
        return changes
                ? new FieldDecision.Share(
                        new Watched(((FieldDecision.Share) decision).form(), fieldClass), decision.reason())
                : decision;
    }

    private final class Watched implements Form {
        private final Form form;
        private final int fieldClass;

        Watched(Form form, int fieldClass) {
            this.form = form;
            this.fieldClass = fieldClass;
        }

        @Override
        public @Nullable Scalar apply(Scalar value, RecordContext context) {
            Scalar changed = form.apply(value, context);
            (changed == null ? failed : applied).set(fieldClass);
            return changed;
        }

        @Override
        public String name() {
            return form.name();
        }
    }
}
