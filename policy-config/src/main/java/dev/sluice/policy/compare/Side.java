package dev.sluice.policy.compare;

import dev.sluice.policy.compile.MeetingForm;
import dev.sluice.policy.compile.PlanView;
import dev.sluice.policy.decision.Reason;
import dev.sluice.policy.evaluate.FixedReasons;
import dev.sluice.policy.evaluate.GateReach;
import dev.sluice.policy.evaluate.Outcomes;
import dev.sluice.policy.field.FieldDecision;
import dev.sluice.policy.field.FieldDecisions;
import dev.sluice.policy.field.FieldTree;
import dev.sluice.policy.field.Form;
import dev.sluice.policy.form.AllApply;
import dev.sluice.policy.model.Catalog;
import dev.sluice.policy.model.FormSpec;
import dev.sluice.policy.words.RuleWords;
import dev.sluice.policy.world.Fact;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One of two bundles, as it decides for one partner, purpose and catalog. Where it knows one of them not, nothing
 * leaves.
 */
final class Side {

    private final @Nullable PlanView view;
    private final @Nullable Catalog catalog;
    private final @Nullable Outcomes outcomes;
    private final RuleWords words;
    private final String reader;

    /** @param reader in words that may follow a fact which it alone reads so */
    Side(@Nullable PlanView view, @Nullable Catalog catalog, RuleWords words, String reader) {
        this.view = view;
        this.catalog = catalog;
        this.outcomes = view == null ? null : new Outcomes(view.plan());
        this.words = words;
        this.reader = reader;
    }

    @Nullable PlanView view() {
        return view;
    }

    String reader() {
        return reader;
    }

    @Nullable FieldTree tree() {
        return view == null ? null : view.tree();
    }

    /** The place of a node, or null where nothing ever leaves. */
    PlanView.@Nullable FieldView field(int node) {
        return view == null || node == FieldTree.NONE ? null : view.field(node).orElse(null);
    }

    Map<String, Integer> added(int recordType) {
        return view == null || recordType == FieldTree.NONE ? Map.of() : view.added(recordType);
    }

    /** The gates that make a difference to a place. */
    BitSet reach(PlanView.@Nullable FieldView field) {
        return view == null || field == null ? new BitSet() : GateReach.of(view.plan(), field.fieldClass());
    }

    /** From where a kind of record knows a fact. */
    String reading(int recordType, Fact fact) {
        return catalog == null || recordType == FieldTree.NONE ? "" : new Readings(catalog, recordType).of(fact);
    }

    /** What becomes of a place. @param open the open gates */
    Shade decide(PlanView.@Nullable FieldView field, BitSet open) {
        if (view == null || outcomes == null || field == null) {
            return Shade.withheld(FixedReasons.ALL.get(FixedReasons.NOT_SHARED));
        }
        long[] vector = Arrays.copyOf(
                open.toLongArray(), Outcomes.words(view.plan().gates().size()));
        FieldDecisions decisions = outcomes.decide(field.recordType(), vector);
        FieldDecision decision = decisions.at(field.fieldClass());
        Reason reason = view.plan().reasons().get(decision.reason());
        boolean leaves = decisions.leaves() || field.recordType() == FieldTree.NONE;
        return leaves && decision instanceof FieldDecision.Share share
                ? shade(share.form(), reason, field.recordType())
                : Shade.withheld(reason);
    }

    private Shade shade(Form form, Reason reason, int recordType) {
        PlanView plan = Objects.requireNonNull(view);
        Set<String> demands = new HashSet<>();
        Form main = form;
        if (form instanceof AllApply all) {
            main = all.form();
            all.others().forEach(other -> demands.add(demand(plan.meaning(other))));
        }
        MeetingForm meant = plan.meaning(main);
        if (meant != null && !meant.total()) {
            demands.add(demand(meant));
        }
        Object source = meant != null && meant.handle() ? reading(recordType, Fact.of(Fact.Kind.KNOWN)) : "";
        return new Shade(meant, List.of(plan.recipe(main), source), demands, reason);
    }

    /**
     * Forms of one kind are fit for the same values, whatever their parameters; of several steps and alphabets it
     * depends.
     */
    private static String demand(@Nullable MeetingForm form) {
        if (form == null) {
            return "";
        }
        boolean depends = form.spec() instanceof FormSpec.Pipeline || form.spec() instanceof FormSpec.Fpe;
        return depends ? String.valueOf(form.spec()) : form.inEnvelope(false).word();
    }

    /** What the rule of a reason asks, or null where no rule shares. */
    @Nullable String terms(Shade shade) {
        return shade.leaves() && shade.reason().location() != null
                ? words.termsAt(shade.reason().location())
                : null;
    }
}
