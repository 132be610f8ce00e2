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
import dev.sluice.policy.words.RuleWords;
import dev.sluice.policy.world.Fact;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One of two bundles, as it decides for one partner, purpose and catalog. Where it knows one of them not, nothing
 * leaves.
 */
final class Side {

    private final @Nullable PlanView view;
    private final @Nullable Catalog catalog;
    private final boolean served;
    private final @Nullable Outcomes outcomes;
    private final RuleWords words;
    private final String reader;

    /**
     * @param served whether what it decides is handed out
     * @param reader in words that may follow a fact which it alone reads so
     */
    Side(@Nullable PlanView view, @Nullable Catalog catalog, boolean served, RuleWords words, String reader) {
        this.view = view;
        this.catalog = catalog;
        this.served = served;
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

    /** The instants at which its keys make something else. */
    SortedSet<Instant> keyTurns() {
        return view == null ? new TreeSet<>() : view.keyTurns();
    }

    /** What becomes of a place. @param open the open gates @param at when its keys are asked */
    Shade decide(PlanView.@Nullable FieldView field, BitSet open, Instant at) {
        if (view == null || outcomes == null || field == null) {
            return Shade.withheld(FixedReasons.ALL.get(FixedReasons.NOT_SHARED));
        }
        long[] vector = outcomes.vector(open);
        FieldDecisions decisions = outcomes.decide(field.recordType(), vector);
        FieldDecision decision = decisions.at(field.fieldClass());
        Reason reason = view.plan().reasons().get(decision.reason());
        boolean leaves = decisions.leaves() || field.recordType() == FieldTree.NONE;
        if (!leaves || !(decision instanceof FieldDecision.Share share)) {
            return Shade.withheld(reason);
        }
        Set<String> grounds = outcomes.granting(field.recordType(), field.fieldClass(), vector).stream()
                .map(view::ground)
                .collect(Collectors.toSet());
        return shade(view, field, share.form(), at, grounds, reason);
    }

    private Shade shade(
            PlanView plan, PlanView.FieldView field, Form form, Instant at, Set<String> grounds, Reason reason) {
        Form main = form instanceof AllApply all ? all.form() : form;
        List<Form> others = form instanceof AllApply all ? all.others() : List.of();
        Set<String> demands = new HashSet<>();
        others.forEach(other -> demands.add(demand(plan.meaning(other))));
        MeetingForm meant = plan.meaning(main);
        if (meant != null && !meant.total()) {
            demands.add(demand(meant));
        }
        List<Form> all = new ArrayList<>(others);
        all.add(main);
        boolean early = all.stream()
                .flatMap(one -> plan.keyUses(one, at).stream())
                .anyMatch(use -> use.used().isEmpty());
        return early
                ? Shade.withheld(FixedReasons.ALL.get(FixedReasons.FORM_CANNOT_APPLY))
                : new Shade(
                        meant, plan.recipe(main), plan.keyUses(main, at), source(all, field), demands, grounds, reason);
    }

    /** What its forms look at beside the value, and where the catalog says that this stands. */
    private String source(List<Form> forms, PlanView.FieldView field) {
        PlanView plan = Objects.requireNonNull(view);
        List<String> sources = new ArrayList<>();
        boolean handle = forms.stream().map(plan::meaning).anyMatch(meant -> meant != null && meant.handle());
        if (handle) {
            sources.add("the customer from " + read(field, Fact.Kind.KNOWN));
        }
        if (forms.stream().anyMatch(plan::readsCountry)) {
            sources.add("the country from " + read(field, Fact.Kind.COUNTRY));
        }
        if (field.added()) {
            sources.add("the birth date from " + read(field, Fact.Kind.AGE));
        }
        return String.join(" and ", sources);
    }

    private String read(PlanView.FieldView field, Fact.Kind fact) {
        String places = reading(field.recordType(), Fact.of(fact));
        return places.isEmpty() ? "nowhere" : places;
    }

    /**
     * Forms of one kind are fit for the same values, whatever their parameters; of several steps and alphabets it
     * depends.
     */
    private static String demand(@Nullable MeetingForm form) {
        if (form == null) {
            return "";
        }
        return form.spec().choosy()
                ? String.valueOf(form.spec())
                : form.inEnvelope(false).word();
    }

    /** What tells a shade from another of the same words, or why nothing leaves beside what rules say. */
    String detail(Shade shade, Shade other) {
        return served ? shade.detail(other) : "no route hands it out to this partner for this purpose";
    }

    /** What the rule of a reason asks, or null where no rule shares. */
    @Nullable String terms(Shade shade) {
        return shade.leaves() && shade.reason().location() != null
                ? words.termsAt(shade.reason().location())
                : null;
    }
}
