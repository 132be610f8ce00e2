package dev.sluice.policy.evaluate;

import dev.sluice.policy.decision.Reason;
import dev.sluice.policy.decision.RuleOutcome;
import dev.sluice.policy.field.FieldDecision;
import dev.sluice.policy.field.FieldDecisions;
import dev.sluice.policy.field.FieldTree;
import dev.sluice.policy.field.Form;
import dev.sluice.policy.form.AllApply;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Grants add up, protections cut down: one vector of open gates made into one decision for each class. The order of
 * rules never
 * matters. Made for one vector and thrown away; its result is remembered.
 */
final class Combining {

    private static final int WITHHELD = -1;

    private final CompiledPlan plan;
    private final long[] gates;
    private final int recordType;
    private final boolean[] open;
    private final boolean[] granted;

    Combining(CompiledPlan plan, long[] gates, int recordType) {
        this.plan = plan;
        this.gates = gates;
        this.recordType = recordType;
        this.open = new boolean[plan.shares().size()];
        this.granted = new boolean[open.length];
    }

    FieldDecisions decide() {
        open();
        return recordType == FieldTree.NONE ? outside() : inside();
    }

    /** What became of each share. */
    List<RuleOutcome> shareOutcomes() {
        open();
        List<RuleOutcome> outcomes = new ArrayList<>(open.length);
        for (int k = 0; k < open.length; k++) {
            outcomes.add(outcome(plan.shares().get(k), granted[k]));
        }
        return outcomes;
    }

    /** The shares by which a class is granted. @param mildestOnly whether of each category only the mildest count */
    SortedSet<Integer> granting(int fieldClass, boolean mildestOnly) {
        open();
        SortedSet<Integer> granting = new TreeSet<>();
        ClassRules rules = plan.classes().get(fieldClass);
        int floor = floor(rules, granted);
        for (List<ClassRules.Ranked> ofCategory : rules.shares()) {
            int mildest = mildest(rules, ofCategory, granted, floor);
            ofCategory.stream()
                    .filter(share -> granted[share.rule()] && (!mildestOnly || share.rank() == mildest))
                    .forEach(share -> granting.add(share.rule()));
        }
        return granting;
    }

    private RuleOutcome outcome(ShareRule share, boolean isGranted) {
        if (!isOpen(share.basis())) {
            return RuleOutcome.NO_CONSENT;
        }
        if (!isOpen(share.condition())) {
            return RuleOutcome.CONDITION_NOT_MET;
        }
        if (!isOpen(share.identity())) {
            return RuleOutcome.NOBODY;
        }
        return isGranted ? RuleOutcome.GRANTED : RuleOutcome.ROW_NEED_MISSING;
    }

    /** Notes which shares are open, and which of these their policy's row needs let count. */
    private void open() {
        for (int k = 0; k < open.length; k++) {
            ShareRule share = plan.shares().get(k);
            open[k] = isOpen(share.basis()) && isOpen(share.condition()) && isOpen(share.identity());
        }
        boolean[] whole = new boolean[plan.rowNeeds().size()];
        for (int policy = 0; policy < whole.length; policy++) {
            whole[policy] = recordType == FieldTree.NONE || rowIsWhole(policy);
        }
        for (int k = 0; k < open.length; k++) {
            granted[k] = open[k] && whole[plan.shares().get(k).policy()];
        }
    }

    private FieldDecisions outside() {
        return new FieldDecisions(true, FixedReasons.LEAVES, byClass());
    }

    private FieldDecisions inside() {
        List<FieldDecision> byClass = byClass();
        boolean leaves = false;
        for (int k = 0; k < byClass.size(); k++) {
            leaves |= plan.classes().get(k).personal() && byClass.get(k) instanceof FieldDecision.Share;
        }
        if (leaves) {
            return new FieldDecisions(true, FixedReasons.LEAVES, byClass);
        }
        int reason = whyNothing(byClass);
        return new FieldDecisions(false, reason, withheld(byClass, reason));
    }

    private List<FieldDecision> byClass() {
        List<FieldDecision> byClass = new ArrayList<>(plan.classes().size());
        for (ClassRules rules : plan.classes()) {
            byClass.add(decision(rules));
        }
        for (int k = 0; k < byClass.size(); k++) {
            if (!plan.containers().get(k).isEmpty()) {
                byClass.set(k, container(plan.containers().get(k), byClass));
            }
        }
        return byClass;
    }

    private static FieldDecision container(List<Integer> below, List<FieldDecision> byClass) {
        for (int k : below) {
            if (byClass.get(k) instanceof FieldDecision.Share) {
                return new FieldDecision.Share(Form.AS_IS, FixedReasons.CONTAINER);
            }
        }
        return new FieldDecision.Withhold(FixedReasons.NOT_SHARED);
    }

    private FieldDecision decision(ClassRules rules) {
        if (rules.recordType() != recordType) {
            return new FieldDecision.Withhold(FixedReasons.NOT_SHARED);
        }
        for (int name : rules.names()) {
            FieldDecision ofName = decision(plan.classes().get(name));
            if (ofName instanceof FieldDecision.Withhold) {
                return ofName;
            }
            if (ofName instanceof FieldDecision.Share share && nulls(share.form())) {
                return new FieldDecision.Withhold(FixedReasons.FORM_CANNOT_APPLY);
            }
        }
        for (int forbid : rules.forbids()) {
            if (isOpen(plan.forbids().get(forbid).gate())) {
                return new FieldDecision.Withhold(plan.forbids().get(forbid).reason());
            }
        }
        int rank = rank(rules, granted);
        if (rank == WITHHELD) {
            return new FieldDecision.Withhold(whyNotGranted(rules));
        }
        Form form = form(rules, rank);
        if (rules.asIsOnly() && form != Form.AS_IS) {
            return new FieldDecision.Withhold(FixedReasons.FORM_CANNOT_APPLY);
        }
        return new FieldDecision.Share(form, whyGranted(rules));
    }

    /** Whether nothing is left to be a name. */
    private static boolean nulls(Form form) {
        return form == Form.NULLIFY || form instanceof AllApply all && all.form() == Form.NULLIFY;
    }

    /**
     * The rank in which a field leaves by these shares: of each category what the mildest of them leaves after all cuts, of
     * these the strictest.
     */
    private int rank(ClassRules rules, boolean[] shares) {
        int floor = floor(rules, shares);
        if (floor == WITHHELD) {
            return WITHHELD;
        }
        int rank = floor;
        for (List<ClassRules.Ranked> ofCategory : rules.shares()) {
            rank = rules.stricter(rank, mildest(rules, ofCategory, shares, floor));
        }
        return rank;
    }

    /** What no share can leave more than, as long as these categories are needed and these protects hold. */
    private int floor(ClassRules rules, boolean[] shares) {
        boolean outside = rules.recordType() == FieldTree.NONE;
        if (outside ? rules.documentReason() < 0 : rules.shares().isEmpty()) {
            return WITHHELD;
        }
        int floor = 0;
        for (ClassRules.Ranked protect : rules.protects()) {
            if (isOpen(plan.protects().get(protect.rule()).gate())) {
                floor = rules.stricter(floor, protect.rank());
            }
        }
        for (List<ClassRules.Ranked> ofCategory : rules.shares()) {
            int mildest = mildest(rules, ofCategory, shares, 0);
            if (mildest == WITHHELD) {
                return WITHHELD;
            }
            floor = rules.stricter(floor, rules.inside(mildest));
        }
        return floor;
    }

    /**
     * The rank of the mildest of some shares that grant, or {@link #WITHHELD} if none does. Where what they leave is cut to
     * the same, one without an envelope is milder.
     *
     * @param floor what each of them is cut down to
     */
    private static int mildest(ClassRules rules, List<ClassRules.Ranked> ofCategory, boolean[] shares, int floor) {
        int mildest = WITHHELD;
        int leaves = WITHHELD;
        for (ClassRules.Ranked share : ofCategory) {
            if (shares[share.rule()]) {
                int left = rules.stricter(share.rank(), floor);
                if (mildest == WITHHELD || left < leaves || left == leaves && share.rank() < mildest) {
                    mildest = share.rank();
                    leaves = left;
                }
            }
        }
        return mildest;
    }

    /** The form of a rank, which applies only where every other form that takes part could apply too. */
    private Form form(ClassRules rules, int rank) {
        boolean[] takesPart = new boolean[rules.forms().size()];
        for (List<ClassRules.Ranked> ofCategory : rules.shares()) {
            for (ClassRules.Ranked share : ofCategory) {
                takesPart[rules.inside(share.rank())] |= granted[share.rule()];
            }
        }
        for (ClassRules.Ranked protect : rules.protects()) {
            takesPart[rules.inside(protect.rank())] |=
                    isOpen(plan.protects().get(protect.rule()).gate());
        }
        List<Form> others = new ArrayList<>();
        for (int k = 0; k < takesPart.length; k++) {
            if (takesPart[k] && k != rules.inside(rank) && !rules.forms().get(k).total()) {
                others.add(rules.forms().get(k).form());
            }
        }
        Form form = rules.forms().get(rank).form();
        return others.isEmpty() ? form : new AllApply(form, others);
    }

    private boolean rowIsWhole(int policy) {
        for (RowNeed need : plan.rowNeeds().get(policy)) {
            if (!isMet(need, policy)) {
                return false;
            }
        }
        return true;
    }

    private boolean isMet(RowNeed need, int policy) {
        boolean shared = false;
        for (int share : need.shares()) {
            shared |= open[share];
        }
        if (!shared) {
            return false;
        }
        boolean[] own = new boolean[open.length];
        for (int k = 0; k < own.length; k++) {
            own[k] = open[k] && plan.shares().get(k).policy() == policy;
        }
        for (int fieldClass : need.classes().get(recordType)) {
            if (survives(plan.classes().get(fieldClass), own)) {
                return true;
            }
        }
        return false;
    }

    /** Whether something of the value is left of what these shares grant, after all cuts. */
    private boolean survives(ClassRules rules, boolean[] own) {
        for (int name : rules.names()) {
            if (!survives(plan.classes().get(name), own)) {
                return false;
            }
        }
        for (int forbid : rules.forbids()) {
            if (isOpen(plan.forbids().get(forbid).gate())) {
                return false;
            }
        }
        int rank = rank(rules, own);
        if (rank == WITHHELD || rules.forms().get(rank).hollow()) {
            return false;
        }
        return !rules.asIsOnly() || rules.forms().get(rank).form() == Form.AS_IS;
    }

    private int whyGranted(ClassRules rules) {
        if (rules.recordType() == FieldTree.NONE) {
            return rules.documentReason();
        }
        List<ClassRules.Ranked> ofCategory = rules.shares().get(0);
        int mildest = mildest(rules, ofCategory, granted, floor(rules, granted));
        for (ClassRules.Ranked share : ofCategory) {
            if (granted[share.rule()] && share.rank() == mildest) {
                return plan.shares().get(share.rule()).reason();
            }
        }
        return FixedReasons.NOT_SHARED;
    }

    /** The reason of the share that came nearest: all but its row, all but its conditions, all but its consent. */
    private int whyNotGranted(ClassRules rules) {
        int reason = FixedReasons.NOT_SHARED;
        int nearest = 0;
        for (List<ClassRules.Ranked> ofCategory : rules.shares()) {
            if (ofCategory.stream().anyMatch(share -> granted[share.rule()])) {
                continue;
            }
            if (ofCategory.isEmpty()) {
                return FixedReasons.NOT_SHARED;
            }
            for (ClassRules.Ranked ranked : ofCategory) {
                ShareRule share = plan.shares().get(ranked.rule());
                int near = open[ranked.rule()] ? 3 : isOpen(share.basis()) ? 2 : 1;
                if (near > nearest) {
                    nearest = near;
                    reason = near == 3
                            ? share.rowNeedMissing()
                            : near == 2 ? share.conditionNotMet() : share.noConsent();
                }
            }
        }
        return reason;
    }

    /** Why a record as a whole stays: the most telling reason of its personal fields. */
    private int whyNothing(List<FieldDecision> byClass) {
        List<Reason.Cause> telling = Arrays.asList(
                Reason.Cause.NO_CONSENT,
                Reason.Cause.CONDITION_NOT_MET,
                Reason.Cause.ROW_NEED_MISSING,
                Reason.Cause.FORBIDDEN);
        int best = telling.size();
        int reason = FixedReasons.NOTHING_PERSONAL;
        for (int k = 0; k < byClass.size(); k++) {
            int rank =
                    telling.indexOf(plan.reasons().get(byClass.get(k).reason()).cause());
            if (plan.classes().get(k).personal() && rank >= 0 && rank < best) {
                best = rank;
                reason = byClass.get(k).reason();
            }
        }
        return reason;
    }

    private static List<FieldDecision> withheld(List<FieldDecision> byClass, int reason) {
        return byClass.stream()
                .<FieldDecision>map(
                        one -> one instanceof FieldDecision.Share ? new FieldDecision.Withhold(reason) : one)
                .toList();
    }

    boolean isOpen(int gate) {
        return gate == Gate.NONE || (gates[gate >> 6] & 1L << gate) != 0;
    }
}
