package dev.sluice.policy.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.policy.compare.BundleComparison;
import dev.sluice.policy.compare.Change;
import dev.sluice.policy.compare.Differences;
import dev.sluice.policy.compare.Direction;
import dev.sluice.policy.compare.NotComparableException;
import dev.sluice.policy.diagnostic.Problems;
import dev.sluice.policy.form.KeyRing;
import dev.sluice.policy.form.ThrowawayKeys;
import dev.sluice.policy.model.Bundle;
import dev.sluice.policy.model.Forbid;
import dev.sluice.policy.model.Policy;
import dev.sluice.policy.model.Protect;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;

/** What a comparison of two bundles says holds for every customer. */
class ComparisonPropertiesTest {

    /** More by {@code -Dsluice.documents=…}. Each document has up to nine customers: some 10,000 by itself. */
    private static final int DOCUMENTS = Integer.getInteger("sluice.documents", 60);

    private static final KeyRing KEYS = new ThrowawayKeys();

    private static final AtomicInteger COMPARED = new AtomicInteger();
    private static final AtomicInteger REFUSED = new AtomicInteger();
    private static final AtomicInteger SAME = new AtomicInteger();

    @AfterContainer
    static void mostAreComparable() {
        System.out.println("compared " + COMPARED + " pairs of bundles, of which " + SAME + " are the same; too large: "
                + REFUSED);
        assertThat(REFUSED.get()).isLessThan(COMPARED.get() / 5);
    }

    @Property(tries = 40, shrinking = ShrinkingMode.OFF)
    @Label("B15: what is not said to be wider lets nothing more out, whoever the customer is, and the other way round")
    void saysAllThatChanges(@ForAll long seed) {
        // Given
        RandomBundles random = new RandomBundles(seed);
        Bundle before = random.bundle();
        Bundle after = another(before, random, seed);

        // When
        Differences differences = compare(before, after);

        // Then
        if (differences == null) {
            return;
        }
        Set<Direction> said = new TreeSet<>();
        for (Change change : differences.changes()) {
            said.add(change.direction());
            if (onlyWhereItCouldNotApply(change)) {
                // Wider for values that the form was not fit for, and narrower for all others.
                said.add(Direction.NARROWER);
            }
        }
        Bundles one = Bundles.of(before);
        Bundles other = Bundles.of(after);
        for (int k = 0; k < DOCUMENTS && said.size() < 2; k++) {
            Map<String, Object> document = random.document();
            Set<String> callerRoles = random.callerRoles();
            List<Map<String, Integer>> levels = MonotonyTest.levels(one.askedBy(callerRoles), document);
            List<Map<String, Integer>> levelsAfter = MonotonyTest.levels(other.askedBy(callerRoles), document);
            for (int record = 0; record < levels.size(); record++) {
                assertSaid(levels.get(record), levelsAfter.get(record), said);
            }
        }
    }

    private static void assertSaid(Map<String, Integer> before, Map<String, Integer> after, Set<Direction> said) {
        Set<String> places = new TreeSet<>(before.keySet());
        places.addAll(after.keySet());
        for (String place : places) {
            int was = before.getOrDefault(place, Strictness.WITHHELD);
            int becomes = after.getOrDefault(place, Strictness.WITHHELD);
            assertThat(becomes < was && !said.contains(Direction.WIDER))
                    .as(place)
                    .isFalse();
            assertThat(becomes > was && !said.contains(Direction.NARROWER))
                    .as(place)
                    .isFalse();
        }
    }

    @Property(tries = 15, shrinking = ShrinkingMode.OFF)
    @Label("what is wider from the one to the other is narrower from the other to the one")
    void isTheSameBackwards(@ForAll long seed) {
        // Given
        RandomBundles random = new RandomBundles(seed);
        Bundle before = random.bundle();
        Bundle after = another(before, random, seed);

        // When
        Differences forth = compare(before, after);
        Differences back = compare(after, before);

        // Then
        if (forth != null && back != null) {
            assertThat(told(forth, false)).isEqualTo(told(back, true));
        }
    }

    @Property(tries = 25, shrinking = ShrinkingMode.OFF)
    @Label("a bundle is the same as itself, whatever the order of its policies and rules")
    void isTheSameAsItselfShuffled(@ForAll long seed) {
        // Given
        Bundle bundle = new RandomBundles(seed).bundle();
        List<Policy> policies = new ArrayList<>();
        for (Policy policy : MonotonyTest.shuffled(bundle.policies(), seed)) {
            policies.add(MonotonyTest.with(
                    policy,
                    MonotonyTest.shuffled(policy.shares(), seed),
                    MonotonyTest.shuffled(policy.rules(), seed),
                    MonotonyTest.shuffled(policy.protects(), seed),
                    MonotonyTest.shuffled(policy.forbids(), seed)));
        }

        // When
        Differences differences =
                compare(bundle, RandomBundles.with(policies, MonotonyTest.shuffled(bundle.forbids(), seed)));

        // Then
        assertThat(differences == null || differences.same()).isTrue();
    }

    @Property(tries = 25, shrinking = ShrinkingMode.OFF)
    @Label("B3: adding a protect or forbid is never wider")
    void addingACutIsNeverWider(@ForAll long seed) {
        // Given
        RandomBundles random = new RandomBundles(seed);
        Bundle bundle = random.bundle();
        Policy policy = random.pick(bundle.policies());
        List<Protect> protects = new ArrayList<>(policy.protects());
        List<Forbid> forbids = new ArrayList<>(policy.forbids());
        if (random.pick(List.of(true, false))) {
            protects.add(random.protect());
        } else {
            forbids.add(random.forbid());
        }

        // When
        Differences differences = compare(
                bundle,
                MonotonyTest.replaced(
                        bundle, policy, one -> MonotonyTest.with(one, one.shares(), one.rules(), protects, forbids)));

        // Then
        assertThat(differences != null && differences.widened()).isFalse();
    }

    @Property(tries = 25, shrinking = ShrinkingMode.OFF)
    @Label("B3: removing a share is never wider, but for values to which its form could not apply")
    void removingAShareIsNeverWider(@ForAll long seed) {
        // Given
        RandomBundles random = new RandomBundles(seed);
        Bundle bundle = random.bundle();
        Policy policy = random.pick(bundle.policies());
        boolean ofRule = random.pick(List.of(true, false));

        // When
        Differences differences = compare(
                bundle,
                MonotonyTest.replaced(
                        bundle,
                        policy,
                        one -> MonotonyTest.with(
                                one,
                                ofRule ? one.shares() : MonotonyTest.tail(one.shares()),
                                ofRule ? MonotonyTest.tail(one.rules()) : one.rules(),
                                one.protects(),
                                one.forbids())));

        // Then
        if (differences != null) {
            assertThat(differences.changes())
                    .allMatch(change -> change.direction() != Direction.WIDER || onlyWhereItCouldNotApply(change));
        }
    }

    private static boolean onlyWhereItCouldNotApply(Change change) {
        return change.before().detail().contains(", where it is fit for ");
    }

    @Property(tries = 15, shrinking = ShrinkingMode.OFF)
    @Label("other bytes of the same keys change names, and let neither more nor less out")
    void otherBytesOfKeysAreNeitherWiderNorNarrower(@ForAll long seed) {
        // Given
        Bundle bundle = new RandomBundles(seed).bundle();
        BundlePlans before = plans(bundle);

        // When
        Differences differences = null;
        try {
            differences = BundleComparison.compare(before, plans(bundle, new ThrowawayKeys()), Bundles.NOW);
        } catch (NotComparableException e) {
            REFUSED.incrementAndGet();
        }
        COMPARED.incrementAndGet();

        // Then
        if (differences != null) {
            assertThat(differences.declared()).isEmpty();
            assertThat(differences.changes())
                    .allMatch(change -> change.direction() == Direction.NEITHER
                            && change.before().leaves()
                            && change.before().detail().contains("of other bytes"));
        }
    }

    /** A bundle that differs in a policy, in a rule, in a forbid, or in everything. */
    private static Bundle another(Bundle bundle, RandomBundles random, long seed) {
        Policy policy = random.pick(bundle.policies());
        Bundle other = random.others(seed + 1).bundle();
        return switch ((int) Math.floorMod(seed, 5L)) {
            case 0 -> other;
            case 1 -> RandomBundles.with(bundle.policies(), other.forbids());
            case 2 ->
                MonotonyTest.replaced(
                        bundle,
                        policy,
                        one -> MonotonyTest.with(
                                one,
                                MonotonyTest.tail(one.shares()),
                                other.policies().get(0).rules(),
                                one.protects(),
                                one.forbids()));
            case 3 ->
                MonotonyTest.replaced(
                        bundle,
                        policy,
                        one -> MonotonyTest.with(
                                one,
                                one.shares(),
                                one.rules(),
                                other.policies().get(0).protects(),
                                MonotonyTest.tail(one.forbids())));
            default ->
                MonotonyTest.replaced(bundle, policy, one -> other.policies().get(0));
        };
    }

    /** Null where there are more customers than can be looked at. */
    private static Differences compare(Bundle before, Bundle after) {
        COMPARED.incrementAndGet();
        try {
            Differences differences = BundleComparison.compare(plans(before), plans(after), Bundles.NOW);
            if (differences.same()) {
                SAME.incrementAndGet();
            }
            return differences;
        } catch (NotComparableException e) {
            REFUSED.incrementAndGet();
            return null;
        }
    }

    private static BundlePlans plans(Bundle bundle) {
        return plans(bundle, KEYS);
    }

    private static BundlePlans plans(Bundle bundle, KeyRing keys) {
        Problems problems = new Problems();
        return BundleCompiler.plans(bundle, keys, problems).orElseThrow(() -> new AssertionError(problems.sorted()));
    }

    /** By place and forms, where the one way is as clear as the other. @param backwards from the other bundle to the one */
    private static Set<String> told(Differences differences, boolean backwards) {
        Set<String> told = new TreeSet<>();
        for (Change change : differences.changes()) {
            String before = change.before().form();
            String after = change.after().form();
            boolean clear = before == null || after == null;
            boolean wider = change.direction() == Direction.WIDER != backwards;
            change.places()
                    .forEach(place -> told.add(place.path() + ": " + (backwards ? after : before) + " → "
                            + (backwards ? before : after) + (clear ? " " + wider : "")));
        }
        return told;
    }
}
