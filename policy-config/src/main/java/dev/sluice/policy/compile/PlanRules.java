package dev.sluice.policy.compile;

import dev.sluice.policy.condition.GuardianConsent;
import dev.sluice.policy.decision.Reason;
import dev.sluice.policy.diagnostic.SourceLocation;
import dev.sluice.policy.evaluate.CutRule;
import dev.sluice.policy.evaluate.FixedReasons;
import dev.sluice.policy.evaluate.Gate;
import dev.sluice.policy.evaluate.PlanNotes;
import dev.sluice.policy.evaluate.ShareRule;
import dev.sluice.policy.model.Basis;
import dev.sluice.policy.model.Condition;
import dev.sluice.policy.model.Exemption;
import dev.sluice.policy.model.Forbid;
import dev.sluice.policy.model.Force;
import dev.sluice.policy.model.FormSpec;
import dev.sluice.policy.model.Named;
import dev.sluice.policy.model.Partner;
import dev.sluice.policy.model.Policy;
import dev.sluice.policy.model.Protect;
import dev.sluice.policy.model.Rule;
import dev.sluice.policy.model.Share;
import dev.sluice.policy.model.ShopForbid;
import dev.sluice.policy.model.Subject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All rules that bind one partner and purpose on one catalog, and why each of them shares or not. */
final class PlanRules {

    private final List<Grant> grants = new ArrayList<>();
    private final List<Cut> protects = new ArrayList<>();
    private final List<Cut> forbids = new ArrayList<>();
    private final List<DocumentGrant> documentGrants = new ArrayList<>();
    private final List<Policy> sharing = new ArrayList<>();
    private final List<Reason> reasons = new ArrayList<>(FixedReasons.ALL);
    private final GateTable gates;
    private final LeafTable leaves = new LeafTable();
    private final CompiledCatalog catalog;
    private final String purpose;
    private final Kinship kinship;
    private final Partner partner;
    private final Law law;
    private final boolean shadow;
    private boolean shadowed;

    /**
     * A share of this plan.
     *
     * @param category null for the customer's handle
     * @param part null for the unnamed part
     * @param subject whose data it shares
     * @param derives the name of the member that it adds, or null
     * @param ground its legal ground, as a word
     */
    record Grant(
            ShareRule rule,
            @Nullable String category,
            FormSpec form,
            @Nullable String part,
            Subject subject,
            @Nullable String derives,
            String ground,
            SourceLocation location) {}

    /**
     * A protect or forbid of this plan.
     *
     * @param form what a protect allows at most; null for a forbid
     * @param part null for all parts
     * @param subject null for everybody's data
     */
    record Cut(
            CutRule rule,
            List<String> categories,
            @Nullable FormSpec form,
            @Nullable String part,
            @Nullable Subject subject,
            SourceLocation location) {}

    /** Categories outside records that a policy grants. */
    record DocumentGrant(List<String> categories, int reason) {}

    /** @param shadow whether rules in shadow count as live */
    PlanRules(
            RuleBook book,
            Partner partner,
            String purpose,
            CompiledCatalog catalog,
            Kinship kinship,
            Law law,
            boolean shadow) {
        this.kinship = kinship;
        this.law = law;
        this.catalog = catalog;
        this.partner = partner;
        this.purpose = purpose;
        this.gates = new GateTable(catalog, partner, purpose, law);
        this.shadow = shadow;
        for (Policy policy : book.policies()) {
            if (Reach.shares(policy, partner, purpose, catalog.tree().catalog())) {
                addShares(policy);
            }
            if (Reach.cuts(policy, partner, purpose)) {
                policy.protects().forEach(protect -> addProtect(policy, protect));
                policy.forbids()
                        .forEach(forbid -> addForbid(
                                policy.id() + "/" + forbid.id(), forbid, List.of(), policy.basis(), own(policy)));
            }
        }
        for (ShopForbid forbid : book.forbids()) {
            if (Reach.cuts(forbid, partner, purpose)) {
                addForbid(
                        forbid.id().name(),
                        forbid.forbid(),
                        exempt(forbid, partner),
                        new Basis.Contract(forbid.location()),
                        purpose);
            }
        }
    }

    /** The purpose that a consent without one means. */
    private static String own(Policy policy) {
        return policy.purpose().name();
    }

    private static List<LocalDate> exempt(ShopForbid forbid, Partner partner) {
        return forbid.except().stream()
                .filter(one -> one.partner().name().equals(partner.id().name()))
                .map(Exemption::until)
                .toList();
    }

    /** Whether some rule in shadow would bind here. */
    boolean shadowed() {
        return shadowed;
    }

    private boolean holds(Force force) {
        shadowed |= force.mode() == Force.Mode.SHADOW;
        return force.holds(shadow);
    }

    List<Grant> grants() {
        return grants;
    }

    List<Cut> protects() {
        return protects;
    }

    List<Cut> forbids() {
        return forbids;
    }

    List<DocumentGrant> documentGrants() {
        return documentGrants;
    }

    /** The policies whose shares are here, by their number in the plan. */
    List<Policy> sharing() {
        return sharing;
    }

    List<Reason> reasons() {
        return reasons;
    }

    /** Whether a form looks at the record's country, as a match hash does to read a phone number. */
    boolean asksForCountry() {
        return grants.stream().anyMatch(grant -> readsCountry(grant.form()))
                || protects.stream().anyMatch(protect -> readsCountry(protect.form()));
    }

    private static boolean readsCountry(@Nullable FormSpec form) {
        return form != null && form.steps().stream().anyMatch(FormSpec::readsCountry);
    }

    /** The request's. */
    String purpose() {
        return purpose;
    }

    Kinship kinship() {
        return kinship;
    }

    Law law() {
        return law;
    }

    GateTable gates() {
        return gates;
    }

    /** The single conditions that the gates are made of. */
    List<PlanNotes.Leaf> leaves() {
        return leaves.leaves(new ConditionCompiler(catalog, partner, purpose, law));
    }

    /** Equal for rules that always do the same. */
    Object likeness() {
        return new Likeness(
                List.of(
                        partner.countries().toString(),
                        partner.role().name(),
                        String.valueOf(partner.transfer()),
                        catalog.consentPlaces().stream().anyMatch(place -> place.partner() != null)
                                ? partner.id().name()
                                : ""),
                gates.keys(),
                List.copyOf(grants),
                List.copyOf(protects),
                List.copyOf(forbids),
                List.copyOf(documentGrants),
                sharing.stream().map(policy -> policy.id().name()).toList());
    }

    /** @see #likeness() */
    private record Likeness(
            List<String> partner,
            List<String> gates,
            List<Grant> grants,
            List<Cut> protects,
            List<Cut> forbids,
            List<DocumentGrant> documentGrants,
            List<String> sharing) {}

    private void addShares(Policy policy) {
        int number = sharing.size();
        sharing.add(policy);
        int documentReason = reason(Reason.Cause.SHARED, policy.id().name(), policy.location());
        documentGrants.add(new DocumentGrant(names(policy.document()), documentReason));
        addShares(policy, number, policy.shares(), null);
        for (Rule rule : policy.rules()) {
            if (holds(rule.force())) {
                addShares(policy, number, rule.shares(), rule);
            }
        }
    }

    /** What several shares of one rule have in common. Its gates are numbers in the plan. */
    private record Ground(String name, Basis basis, String word, int basisGate, int conditionGate) {}

    /** @param own the rule that they stand in, null for the policy itself */
    private void addShares(Policy policy, int number, List<Share> shares, @Nullable Rule own) {
        if (!shares.isEmpty()) {
            Ground ground = ground(policy, own);
            shares.forEach(share -> addShare(ground, number, share, own));
        }
    }

    private Ground ground(Policy policy, @Nullable Rule own) {
        List<Condition> conditions = new ArrayList<>(policy.when());
        Condition when = own == null ? null : own.when();
        if (when != null) {
            conditions.add(when);
        }
        Basis replaced = own == null ? null : own.basis();
        Basis basis = replaced == null ? policy.basis() : replaced;
        String purpose = policy.purpose().name();
        leaves.add(basis, purpose);
        conditions.forEach(condition -> leaves.add(condition, purpose));
        List<Condition> granting = conditions.stream()
                .map(condition -> GuardianConsent.granting(condition, basis))
                .toList();
        return new Ground(
                own == null ? policy.id().name() : policy.id() + "/" + own.id(),
                basis,
                basis.word(),
                gates.basis(basis, purpose),
                gates.share(granting, own == null ? null : own.force().until(), purpose));
    }

    private void addShare(Ground ground, int number, Share share, @Nullable Rule own) {
        Named part = own == null ? null : own.of();
        boolean handle = share instanceof Share.OfCustomer;
        int reason = reason(Reason.Cause.SHARED, ground.name(), share.location());
        reason(unmet(ground.basis()), ground.name(), share.location());
        reason(Reason.Cause.CONDITION_NOT_MET, ground.name(), share.location());
        reason(Reason.Cause.ROW_NEED_MISSING, ground.name(), share.location());
        ShareRule rule = new ShareRule(
                number, ground.basisGate(), ground.conditionGate(), handle ? gates.identity() : Gate.NONE, reason);
        Share.OfBirthDate derived = share instanceof Share.OfBirthDate of ? of : null;
        if (derived != null) {
            gates.askBirth();
        }
        grants.add(new Grant(
                rule,
                category(share),
                share.form(),
                part == null ? null : part.name(),
                own == null ? Subject.CUSTOMER : own.subject(),
                derived == null ? null : derived.member().name(),
                ground.word(),
                share.location()));
    }

    private static @Nullable String category(Share share) {
        if (share instanceof Share.OfBirthDate) {
            return Share.OfBirthDate.CATEGORIES.get(0);
        }
        return share instanceof Share.OfCategory of ? of.category().name() : null;
    }

    private void addProtect(Policy policy, Protect protect) {
        if (!holds(protect.force())) {
            return;
        }
        leaves.add(protect.when(), own(policy));
        CutRule rule = new CutRule(
                gates.cut(
                        GuardianConsent.cutting(protect.when(), policy.basis()),
                        null,
                        protect.force().until(),
                        List.of(),
                        own(policy)),
                reason(Reason.Cause.SHARED, policy.id() + "/" + protect.id(), protect.location()));
        protects.add(new Cut(
                rule,
                List.of(protect.category().name()),
                protect.atMost(),
                protect.of() == null ? null : protect.of().name(),
                protect.subject(),
                protect.location()));
    }

    /**
     * @param exempt the days up to which its partner is exempt
     * @param ground whose consent a guardian may have given
     */
    private void addForbid(String name, Forbid forbid, List<LocalDate> exempt, Basis ground, String purpose) {
        if (!holds(forbid.force())) {
            return;
        }
        leaves.add(forbid.when(), purpose);
        leaves.add(forbid.unless(), purpose);
        CutRule rule = new CutRule(
                gates.cut(
                        GuardianConsent.cutting(forbid.when(), ground),
                        GuardianConsent.freeing(forbid.unless(), ground),
                        forbid.force().until(),
                        exempt,
                        purpose),
                reason(Reason.Cause.FORBIDDEN, name, forbid.location()));
        forbids.add(new Cut(
                rule,
                names(forbid.categories()),
                null,
                forbid.of() == null ? null : forbid.of().name(),
                forbid.subject(),
                forbid.location()));
    }

    private static Reason.Cause unmet(Basis basis) {
        return basis.stopsAtObjection() ? Reason.Cause.OBJECTED : Reason.Cause.NO_CONSENT;
    }

    private int reason(Reason.Cause cause, String rule, SourceLocation location) {
        reasons.add(new Reason(cause, rule, location));
        return reasons.size() - 1;
    }

    private static List<String> names(List<Named> named) {
        return named.stream().map(Named::name).toList();
    }
}
