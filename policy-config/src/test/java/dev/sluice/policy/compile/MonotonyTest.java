package dev.sluice.policy.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.policy.decision.Disclosure;
import dev.sluice.policy.decision.KnownCustomer;
import dev.sluice.policy.decision.KnownCustomers;
import dev.sluice.policy.field.FieldPlan;
import dev.sluice.policy.field.RecordVerdict;
import dev.sluice.policy.model.Bundle;
import dev.sluice.policy.model.Forbid;
import dev.sluice.policy.model.Force;
import dev.sluice.policy.model.Policy;
import dev.sluice.policy.model.Protect;
import dev.sluice.policy.model.Rule;
import dev.sluice.policy.model.Share;
import dev.sluice.policy.model.ShopForbid;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** B3: what makes less known or permitted never lets more out, nor in a milder form. Decisions are compared, place by place. */
class MonotonyTest {

    @Property(tries = 400, shrinking = ShrinkingMode.OFF)
    @Label("B3: making a fact unknown lets nothing more out")
    void unknownFacts(@ForAll long seed) {
        RandomBundles random = new RandomBundles(seed);
        Bundle bundle = random.bundle();
        Map<String, Object> document = random.document();
        String fact = random.pick(
                List.of("country", "birth", "gender", "notes", "home", "state", "language", "lines", "sum"));
        Object garbled = fact.equals("notes")
                ? List.of(Map.of("key", "tier", "value", List.of()))
                : fact.equals("lines")
                        ? "garbled"
                        : fact.equals("home") ? Map.of("country", List.of(), "zip", "1", "phone", "1") : List.of();
        assertNoMore(bundle, document, bundle, changed(document, record -> record.put(fact, garbled)));
    }

    @Property(tries = 400, shrinking = ShrinkingMode.OFF)
    @Label("B3: withdrawing a consent lets nothing more out")
    void withdrawnConsent(@ForAll long seed) {
        RandomBundles random = new RandomBundles(seed);
        Bundle bundle = random.bundle();
        Map<String, Object> document = random.document();
        String tick = random.pick(List.of("tick", "parent", "named", "carriers", "optin"));
        Map<String, Object> withdrawn = changed(document, record -> {
            if (!tick.equals("optin")) {
                record.put(tick, "no");
                record.computeIfPresent("tick_time", (name, time) -> tick.equals("tick") ? null : time);
            } else {
                record.put("optin", Map.of("state", "unsubscribed"));
            }
        });
        assertNoMore(bundle, document, bundle, withdrawn);
    }

    @Property(tries = 400, shrinking = ShrinkingMode.OFF)
    @Label("B3: making a fact on record unknown, or withdrawing there, lets nothing more out")
    void lessOnRecord(@ForAll long seed) {
        RandomBundles random = new RandomBundles(seed);
        Bundle bundle = random.bundle();
        Map<String, Object> document = random.document();
        KnownCustomers known = random.known();
        String fact = random.pick(List.of("country", "state", "language", "gender", "birth_date", "consent"));
        KnownCustomers less = (namespace, id) -> {
            KnownCustomer customer = known.find(namespace, id);
            return customer == null ? null : fact.equals("consent") ? withdrawn(customer) : garbled(customer, fact);
        };
        assertNoMore(levels(bundle, document, null, known), levels(bundle, document, null, less));
    }

    private static KnownCustomer withdrawn(KnownCustomer customer) {
        List<KnownCustomer.Entry> entries = new ArrayList<>(customer.consents());
        entries.add(new KnownCustomer.Entry(
                "marketing", null, null, null, KnownCustomer.State.WITHDRAWN, null, false, false, null, null));
        return new KnownCustomer(customer.facts(), customer.attributes(), entries);
    }

    private static KnownCustomer garbled(KnownCustomer customer, String fact) {
        Map<String, String> facts = new LinkedHashMap<>(customer.facts());
        facts.put(fact, "none of them");
        return new KnownCustomer(facts, customer.attributes(), customer.consents());
    }

    @Property(tries = 400, shrinking = ShrinkingMode.OFF)
    @Label("B3: not to know the roles of the person who asks lets nothing more out")
    void unknownCaller(@ForAll long seed) {
        RandomBundles random = new RandomBundles(seed);
        Bundle bundle = random.bundle();
        Map<String, Object> document = random.document();
        Set<String> roles = random.callerRoles();
        assertNoMore(
                levels(bundle, document, roles, KnownCustomers.NOBODY),
                levels(bundle, document, null, KnownCustomers.NOBODY));
    }

    @Property(tries = 400, shrinking = ShrinkingMode.OFF)
    @Label("B3: removing a share lets nothing more out")
    void removedShare(@ForAll long seed) {
        RandomBundles random = new RandomBundles(seed);
        Bundle bundle = random.bundle();
        Map<String, Object> document = random.document();
        Policy policy = random.pick(bundle.policies());
        boolean ofRule = random.pick(List.of(true, false));
        Bundle fewer = replaced(
                bundle,
                policy,
                one -> with(
                        one,
                        ofRule ? one.shares() : tail(one.shares()),
                        ofRule ? tail(one.rules()) : one.rules(),
                        one.protects(),
                        one.forbids()));
        assertNoMore(bundle, document, fewer, document);
    }

    @Example
    @Label("B3: nor where a share in an envelope was the mildest, and a protect cuts what is left to the same")
    void removedShareInAnEnvelope() {
        removedShare(-11322607972046L);
    }

    @Property(tries = 400, shrinking = ShrinkingMode.OFF)
    @Label("B3: adding a protect or a forbid lets nothing more out")
    void addedCut(@ForAll long seed) {
        RandomBundles random = new RandomBundles(seed);
        Bundle bundle = random.bundle();
        Map<String, Object> document = random.document();
        Policy policy = random.pick(bundle.policies());
        List<Protect> protects = new ArrayList<>(policy.protects());
        List<Forbid> forbids = new ArrayList<>(policy.forbids());
        if (random.pick(List.of(true, false))) {
            protects.add(random.protect());
        } else {
            forbids.add(random.forbid());
        }
        Bundle more = replaced(bundle, policy, one -> with(one, one.shares(), one.rules(), protects, forbids));
        assertNoMore(bundle, document, more, document);
    }

    @Property(tries = 400, shrinking = ShrinkingMode.OFF)
    @Label("B5: adding a forbid of the whole shop, or ending an exemption, lets nothing more out")
    void addedShopForbid(@ForAll long seed) {
        RandomBundles random = new RandomBundles(seed);
        Bundle bundle = random.bundle();
        Map<String, Object> document = random.document();
        List<ShopForbid> forbids = new ArrayList<>();
        bundle.forbids()
                .forEach(one -> forbids.add(
                        new ShopForbid(one.forbid(), one.why(), one.to(), one.purposes(), tail(one.except()))));
        forbids.add(random.shopForbid());
        assertNoMore(bundle, document, RandomBundles.with(bundle.policies(), forbids), document);
    }

    @Property(tries = 400, shrinking = ShrinkingMode.OFF)
    @Label("B3: making cuts live, and taking shares out of force, lets nothing more out")
    void forcedCuts(@ForAll long seed) {
        RandomBundles random = new RandomBundles(seed);
        Bundle bundle = random.bundle();
        Map<String, Object> document = random.document();
        Policy policy = random.pick(bundle.policies());
        Bundle stricter = replaced(
                bundle,
                policy,
                one -> with(
                        one,
                        one.shares(),
                        one.rules().stream().map(MonotonyTest::off).toList(),
                        one.protects().stream().map(MonotonyTest::live).toList(),
                        one.forbids().stream().map(MonotonyTest::live).toList()));
        assertNoMore(bundle, document, stricter, document);
    }

    private static Rule off(Rule rule) {
        return new Rule(
                rule.id(),
                rule.of(),
                rule.subject(),
                rule.basis(),
                rule.when(),
                rule.shares(),
                new Force(Force.Mode.OFF, null),
                rule.wide(),
                rule.location());
    }

    private static Protect live(Protect protect) {
        return new Protect(
                protect.id(),
                protect.category(),
                protect.atMost(),
                protect.when(),
                protect.of(),
                protect.subject(),
                Force.ALWAYS,
                protect.mayBeVacuous(),
                protect.location());
    }

    private static Forbid live(Forbid forbid) {
        return new Forbid(
                forbid.id(),
                forbid.categories(),
                forbid.when(),
                forbid.unless(),
                forbid.of(),
                forbid.subject(),
                Force.ALWAYS,
                forbid.mayBeVacuous(),
                forbid.location());
    }

    @Property(tries = 400, shrinking = ShrinkingMode.OFF)
    @Label("B2: the order of policies, rules and shares decides nothing")
    void shuffled(@ForAll long seed) {
        RandomBundles random = new RandomBundles(seed);
        Bundle bundle = random.bundle();
        Map<String, Object> document = random.document();
        List<Policy> policies = new ArrayList<>();
        for (Policy policy : shuffled(bundle.policies(), seed)) {
            policies.add(with(
                    policy,
                    shuffled(policy.shares(), seed),
                    shuffled(policy.rules(), seed),
                    shuffled(policy.protects(), seed),
                    shuffled(policy.forbids(), seed)));
        }
        Bundle other = RandomBundles.with(policies, shuffled(bundle.forbids(), seed));
        assertNoMore(bundle, document, other, document);
        assertNoMore(other, document, bundle, document);
    }

    private static void assertNoMore(
            Bundle before, Map<String, Object> document, Bundle after, Map<String, Object> changed) {
        assertNoMore(
                levels(before, document, null, KnownCustomers.NOBODY),
                levels(after, changed, null, KnownCustomers.NOBODY));
    }

    private static void assertNoMore(List<Map<String, Integer>> outBefore, List<Map<String, Integer>> outAfter) {
        assertThat(outAfter).hasSameSizeAs(outBefore);
        for (int record = 0; record < outBefore.size(); record++) {
            Map<String, Integer> before = outBefore.get(record);
            outAfter.get(record)
                    .forEach((place, level) ->
                            assertThat(level).isGreaterThanOrEqualTo(before.getOrDefault(place, Strictness.WITHHELD)));
        }
    }

    /** By record and place: how strict its form is. The places of added members are those that the bundle adds. */
    private static List<Map<String, Integer>> levels(
            Bundle bundle, Map<String, Object> document, Set<String> callerRoles, KnownCustomers known) {
        return levels(Bundles.of(bundle).askedBy(callerRoles).knowing(known), document);
    }

    static List<Map<String, Integer>> levels(Bundles bundles, Map<String, Object> document) {
        Disclosure disclosure = bundles.open("mailwerk", RandomBundles.PURPOSE, "shop");
        FieldPlan plan = disclosure.plan();
        List<Map<String, Integer>> levels = new ArrayList<>();
        for (RecordVerdict verdict : TreeEngine.verdicts(disclosure, document)) {
            Map<String, Integer> byPlace = new LinkedHashMap<>();
            for (int node = 0; node < plan.tree().size(); node++) {
                String place = plan.tree().node(node).pattern();
                while (byPlace.containsKey(place)) {
                    place += " again";
                }
                byPlace.put(place, Strictness.of(verdict.decisions(), plan.valueClass(node)));
            }
            levels.add(byPlace);
        }
        return levels;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> changed(Map<String, Object> document, Consumer<Map<String, Object>> change) {
        List<Object> records = new ArrayList<>();
        for (Object record : (List<Object>) document.get("c")) {
            records.add(changedRecord((Map<String, Object>) record, change));
        }
        return new LinkedHashMap<>(Map.of("c", records));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> changedRecord(Map<String, Object> record, Consumer<Map<String, Object>> change) {
        Map<String, Object> copy = new LinkedHashMap<>(record);
        if (copy.get("n") instanceof List<?> nested) {
            List<Object> records = new ArrayList<>();
            nested.forEach(one -> records.add(changedRecord((Map<String, Object>) one, change)));
            copy.put("n", records);
        }
        change.accept(copy);
        return copy;
    }

    static Bundle replaced(Bundle bundle, Policy policy, UnaryOperator<Policy> change) {
        return RandomBundles.with(
                bundle.policies().stream()
                        .map(one -> one.equals(policy) ? change.apply(one) : one)
                        .toList(),
                bundle.forbids());
    }

    static Policy with(
            Policy policy, List<Share> shares, List<Rule> rules, List<Protect> protects, List<Forbid> forbids) {
        return new Policy(
                policy.id(),
                policy.owner(),
                policy.why(),
                policy.reviewBy(),
                policy.partners(),
                policy.catalogs(),
                policy.purpose(),
                policy.basis(),
                policy.when(),
                policy.rowNeeds(),
                policy.document(),
                shares,
                policy.wide(),
                rules,
                protects,
                forbids,
                policy.location());
    }

    static <T> List<T> tail(List<T> list) {
        return list.isEmpty() ? list : list.subList(1, list.size());
    }

    static <T> List<T> shuffled(List<T> list, long seed) {
        List<T> copy = new ArrayList<>(list);
        Collections.shuffle(copy, new Random(seed));
        return copy;
    }
}
