package dev.sluice.policy.words;

import dev.sluice.policy.diagnostic.Listing;
import dev.sluice.policy.diagnostic.SourceLocation;
import dev.sluice.policy.model.Basis;
import dev.sluice.policy.model.Bundle;
import dev.sluice.policy.model.Condition;
import dev.sluice.policy.model.Forbid;
import dev.sluice.policy.model.Force;
import dev.sluice.policy.model.Named;
import dev.sluice.policy.model.Policy;
import dev.sluice.policy.model.Protect;
import dev.sluice.policy.model.Rule;
import dev.sluice.policy.model.Share;
import dev.sluice.policy.model.ShopForbid;
import dev.sluice.policy.model.Subject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rules of a bundle by their places, each with what it does and what it asks, in words. */
public final class RuleWords {

    private final Map<SourceLocation, Spelled> byPlace = new HashMap<>();

    public RuleWords(Bundle bundle) {
        bundle.policies().forEach(this::add);
        bundle.forbids().forEach(this::add);
    }

    /**
     * One rule.
     *
     * @param purpose of its policy; empty for a forbid of the whole shop, which asks for the request's
     * @param does what it does: {@code shares user.contact.email as it is}
     * @param basis of a share; null for a protect or forbid
     * @param conditions of a share, all of which must be true
     * @param when of a protect or forbid: it holds unless this is definitely false
     * @param unless of a forbid: it frees where this is definitely true
     */
    public record Spelled(
            String purpose,
            String does,
            @Nullable Basis basis,
            List<Condition> conditions,
            @Nullable Condition when,
            @Nullable Condition unless) {

        public Spelled {
            conditions = List.copyOf(conditions);
        }

        /**
         * What it asks, as a clause: {@code if …} of a share, {@code unless it is certain that …} of a cut; or
         * {@code always}.
         */
        public String terms() {
            if (basis == null) {
                return CutWords.holds(when, unless, purpose);
            }
            List<String> asks = new ArrayList<>();
            if (basis.asksCustomer()) {
                asks.add(basis.clause(purpose));
            }
            if (!conditions.isEmpty()) {
                asks.add(ConditionWords.all(conditions, purpose));
            }
            return asks.isEmpty() ? "always, since " + basis.clause(purpose) : "if " + Listing.and(asks);
        }
    }

    /** What the rule that stands somewhere asks, or nothing where the place is none of a rule. */
    public String termsAt(SourceLocation place) {
        Spelled spelled = byPlace.get(place);
        return spelled == null ? "" : spelled.terms();
    }

    /** @throws IllegalArgumentException if no rule stands there */
    public Spelled at(SourceLocation place) {
        Spelled spelled = byPlace.get(place);
        if (spelled == null) {
            throw new IllegalArgumentException("no rule stands at " + place);
        }
        return spelled;
    }

    private void add(Policy policy) {
        policy.shares().forEach(share -> share(policy, share, policy.basis(), null));
        for (Rule rule : policy.rules()) {
            Basis basis = rule.basis() == null ? policy.basis() : rule.basis();
            rule.shares().forEach(share -> share(policy, share, basis, rule));
        }
        String purpose = policy.purpose().name();
        for (Protect protect : policy.protects()) {
            String does = "protects " + protect.category() + part(protect.of()) + subject(protect.subject())
                    + ": at most " + protect.atMost().traits().text() + force(protect.force());
            byPlace.put(protect.location(), new Spelled(purpose, does, null, List.of(), protect.when(), null));
        }
        for (Forbid forbid : policy.forbids()) {
            add(forbid, purpose, "");
        }
    }

    private void add(ShopForbid shop) {
        List<String> exempt = shop.except().stream()
                .map(one -> "`" + one.partner() + "` until " + one.until())
                .toList();
        add(shop.forbid(), "", exempt.isEmpty() ? "" : ", but for " + Listing.and(exempt));
    }

    private void add(Forbid forbid, String purpose, String except) {
        String does = "forbids " + Listing.and(forbid.categories()) + part(forbid.of()) + subject(forbid.subject())
                + force(forbid.force()) + except;
        byPlace.put(forbid.location(), new Spelled(purpose, does, null, List.of(), forbid.when(), forbid.unless()));
    }

    /** @param rule null for a share of the policy itself */
    private void share(Policy policy, Share share, Basis basis, @Nullable Rule rule) {
        List<Condition> conditions = new ArrayList<>(policy.when());
        Condition when = rule == null ? null : rule.when();
        if (when != null) {
            conditions.add(when);
        }
        String what = what(share);
        String narrowed = rule == null
                ? ""
                : part(rule.of()) + subject(rule.subject() == Subject.CUSTOMER ? null : rule.subject());
        String does = "shares " + what + narrowed + " " + share.form().traits().text()
                + (rule == null ? "" : force(rule.force()));
        byPlace.put(share.location(), new Spelled(policy.purpose().name(), does, basis, conditions, null, null));
    }

    private static String subject(@Nullable Subject subject) {
        return subject == null ? "" : " of the " + subject.name().toLowerCase(Locale.ROOT);
    }

    private static String force(Force force) {
        String mode = force.mode() == Force.Mode.LIVE
                ? ""
                : ", in `mode: " + force.mode().name().toLowerCase(Locale.ROOT) + "`";
        return (force.until() == null ? "" : " until " + force.until()) + mode;
    }

    private static String what(Share share) {
        if (share instanceof Share.OfBirthDate derived) {
            return "the added member `" + derived.member() + "`, from the birth date,";
        }
        return share instanceof Share.OfCategory one ? one.category().name() : "the customer's handle";
    }

    private static String part(@Nullable Named of) {
        return of == null ? "" : " of the part `" + of + "`";
    }
}
