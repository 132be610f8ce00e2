package dev.sluice.policy.compile;

import dev.sluice.policy.condition.Terms;
import dev.sluice.policy.diagnostic.SourceLocation;
import dev.sluice.policy.evaluate.Check;
import dev.sluice.policy.evaluate.ClassRules;
import dev.sluice.policy.evaluate.CompiledPlan;
import dev.sluice.policy.evaluate.Gate;
import dev.sluice.policy.evaluate.ShareRule;
import dev.sluice.policy.field.FieldPlan;
import dev.sluice.policy.field.FieldTree;
import dev.sluice.policy.field.Form;
import dev.sluice.policy.form.KeyUse;
import dev.sluice.policy.model.Condition;
import dev.sluice.policy.model.Partner;
import dev.sluice.policy.model.Policy;
import dev.sluice.policy.model.Subject;
import dev.sluice.policy.vocabulary.AgeTables;
import dev.sluice.policy.vocabulary.Regions;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A plan with what it was made of, for those who prove it or compare it with another. Used by one thread. */
public final class PlanView {

    private final PlanRules rules;
    private final CompiledCatalog catalog;
    private final Forms forms;
    private final Frame frame;
    private final CompiledPlan plan;

    /** What a plan is for, and the law that it knows. */
    record Frame(Partner partner, String purpose, Law law) {}

    PlanView(PlanRules rules, CompiledCatalog catalog, Forms forms, Frame frame, boolean detailed) {
        this.rules = rules;
        this.catalog = catalog;
        this.forms = forms;
        this.frame = frame;
        this.plan = PlanCompiler.compile(rules, catalog, forms, detailed);
    }

    /**
     * A catalogued place.
     *
     * @param path as the catalog spells it
     * @param recordType or {@link FieldTree#NONE} outside records
     * @param categories what cuts and promises look at
     * @param parts the named parts it stands in
     * @param fieldClass its class in the plan
     * @param added whether a policy adds it, made from the birth date
     */
    public record FieldView(
            String path,
            int recordType,
            List<String> categories,
            Subject subject,
            Set<String> parts,
            int fieldClass,
            boolean added) {}

    public CompiledPlan plan() {
        return plan;
    }

    public String purpose() {
        return frame.purpose();
    }

    /** The catalog's id. */
    public String catalogId() {
        return catalog.tree().catalog();
    }

    /** What each gate of the plan asks. */
    public List<GateQuestion> gates() {
        return rules.gates().questions().subList(0, plan.gates().size());
    }

    /** The gate of somebody who holds to something unless a condition is definitely false. */
    public GateQuestion holding(Condition when) {
        int gate = rules.gates().cut(when, null, null, List.of(), purpose());
        return rules.gates().questions().get(gate);
    }

    /** A single condition that asks for no consent. */
    public Check check(Condition condition) {
        return rules.gates().check(condition, purpose());
    }

    /** The places of which some outcome may let something out. */
    public List<FieldView> fields() {
        List<FieldView> fields = new ArrayList<>();
        for (int node = 0; node < catalog.tree().size(); node++) {
            field(node).ifPresent(fields::add);
        }
        return fields;
    }

    /** The place of a node, if some outcome may let something out there. */
    public Optional<FieldView> field(int node) {
        NodeMeaning meaning = catalog.meanings().get(node);
        int fieldClass = plan.fields().valueClass(node);
        if (fieldClass == FieldPlan.NEVER || meaning.cutBy().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new FieldView(
                catalog.tree().node(node).pattern(),
                catalog.tree().node(node).recordType(),
                meaning.cutBy(),
                meaning.subject(),
                meaning.parts(),
                fieldClass,
                meaning.derived() != null));
    }

    /** Where values can stand. */
    public FieldTree tree() {
        return catalog.tree();
    }

    /** The nodes of the members that policies add to records of one type, by their names. */
    public Map<String, Integer> added(int recordType) {
        Map<String, Integer> added = new TreeMap<>();
        catalog.derived().stream()
                .filter(one -> one.recordType() == recordType)
                .forEach(one -> added.put(one.name(), one.node()));
        return added;
    }

    /** The id of the partner that it is for. */
    public String partner() {
        return frame.partner().id().name();
    }

    /** The number of an attribute in the catalog, or less than 0. */
    public int attribute(String name) {
        return catalog.attributes().indexOf(name);
    }

    /** The number of a fact of records or the document, or less than 0. */
    public int fact(String name) {
        for (int k = 0; k < catalog.facts().size(); k++) {
            if (catalog.facts().get(k).name().equals(name)) {
                return k;
            }
        }
        return -1;
    }

    /** What a place speaks of that says what was agreed to, as a clause. @param place its number in the catalog */
    public String consentTopic(int place) {
        CompiledCatalog.ConsentPlace one = catalog.consentPlaces().get(place);
        return AskedConsent.topic(one.purpose(), one.channel());
    }

    /** Whether a fact is read as a number. */
    public boolean number(int fact) {
        return catalog.facts().get(fact).number();
    }

    public Regions regions() {
        return frame.law().regions();
    }

    public AgeTables ages() {
        return frame.law().ages();
    }

    /** The days from which on the partner itself may be judged otherwise: its transfer's ground, and every region. */
    public SortedSet<LocalDate> partnerDays() {
        SortedSet<LocalDate> days = new TreeSet<>();
        regions().names().forEach(name -> days.addAll(regions().region(name).changes()));
        Partner.Transfer transfer = frame.partner().transfer();
        if (transfer != null && transfer.signed() != null) {
            days.add(transfer.signed());
        }
        if (transfer != null && transfer.ends() != null) {
            days.add(transfer.ends().plusDays(1));
        }
        return days;
    }

    /** Whether one is the other, above it or below it. */
    public boolean related(String category, String other) {
        return rules.kinship().related(category, other);
    }

    /** What the author wrote for a form of this plan. */
    public @Nullable MeetingForm meaning(Form form) {
        return forms.meaning(form);
    }

    /**
     * A share that can reach a place.
     *
     * @param rule {@code policy} or {@code policy/rule}
     * @param rank the place of its form among those that meet there, mildest first
     * @param form what its author wrote, as a word
     * @param gates those that must all be open
     */
    public record ShareView(
            String rule,
            Policy policy,
            @Nullable String category,
            SourceLocation location,
            int rank,
            String form,
            Set<Integer> gates) {}

    /**
     * A protect or forbid that can reach a place.
     *
     * @param rank the place of a protect's form among those that meet there; null for a forbid
     * @param gate that must be open, or {@link Gate#NONE}
     */
    public record CutView(SourceLocation location, @Nullable Integer rank, int gate) {}

    /**
     * What meets on one kind of place.
     *
     * @param shares by category
     * @param document whether it stands outside records and is shared there
     * @param forms by rank, the mildest first
     */
    public record Met(List<List<ShareView>> shares, boolean document, List<CutView> cuts, List<MeetingForm> forms) {

        /** Whether something may leave, cuts apart. */
        public boolean shared() {
            return document || !shares.isEmpty() && shares.stream().noneMatch(List::isEmpty);
        }
    }

    /** What meets, once for each kind of place. */
    public List<Met> meetings() {
        List<Met> meetings = new ArrayList<>();
        for (int node : catalog.kinds()) {
            FieldRules met = FieldRules.of(
                    rules,
                    catalog.meanings().get(node),
                    catalog.tree().node(node).recordType(),
                    forms);
            List<List<ShareView>> shares = met.shares().stream()
                    .map(ranked ->
                            ranked.stream().map(one -> share(one, met.forms())).toList())
                    .toList();
            meetings.add(new Met(shares, met.documentReason() >= 0, cuts(met), met.forms()));
        }
        return meetings;
    }

    private List<CutView> cuts(FieldRules met) {
        List<CutView> cuts = new ArrayList<>();
        met.forbids().forEach(number -> cuts.add(cut(rules.forbids().get(number), null)));
        met.protects().forEach(ranked -> cuts.add(cut(rules.protects().get(ranked.rule()), ranked.rank())));
        return cuts;
    }

    private static CutView cut(PlanRules.Cut cut, @Nullable Integer rank) {
        return new CutView(cut.location(), rank, cut.rule().gate());
    }

    private ShareView share(ClassRules.Ranked ranked, List<MeetingForm> ranks) {
        PlanRules.Grant grant = rules.grants().get(ranked.rule());
        ShareRule rule = grant.rule();
        Set<Integer> gates = new LinkedHashSet<>(List.of(rule.basis(), rule.condition(), rule.identity()));
        gates.remove(Gate.NONE);
        return new ShareView(
                Objects.requireNonNull(rules.reasons().get(rule.reason()).rule()),
                rules.sharing().get(rule.policy()),
                grant.category(),
                grant.location(),
                ranked.rank(),
                ranks.get(ranked.rank()).word(),
                gates);
    }

    /** The gate of somebody of whom a condition must be true. */
    public GateQuestion requiring(Condition condition) {
        int gate = rules.gates().share(List.of(condition), null, purpose());
        return rules.gates().questions().get(gate);
    }

    /** A gate that is open from a day on. */
    public GateQuestion from(LocalDate day) {
        return requiring(Terms.from(day, MeetingForm.NOWHERE));
    }

    /** Equal for forms that do the same to the same value, where plans are for one partner and keys make the same. */
    public Object recipe(Form form) {
        return forms.recipe(form);
    }

    /** What the keys of a form make at an instant, in the order of its steps. */
    public List<KeyUse> keyUses(Form form, Instant at) {
        return forms.keyUses(form, at);
    }

    /** The instants at which the keys of its forms make something else. */
    public SortedSet<Instant> keyTurns() {
        return forms.keyTurns();
    }

    /** Whether what a form makes of a value rests on the record's country too. */
    public boolean readsCountry(Form form) {
        return forms.readsCountry(form);
    }

    /** The legal ground of a share, as a word. @param share its number in the plan */
    public String ground(int share) {
        return rules.grants().get(share).ground();
    }
}
