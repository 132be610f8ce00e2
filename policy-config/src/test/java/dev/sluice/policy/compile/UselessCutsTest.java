package dev.sluice.policy.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.policy.compare.BundleComparison;
import dev.sluice.policy.compare.Differences;
import dev.sluice.policy.compare.NotComparableException;
import dev.sluice.policy.diagnostic.Problem;
import dev.sluice.policy.diagnostic.Problems;
import dev.sluice.policy.diagnostic.SourceLocation;
import dev.sluice.policy.form.ThrowawayKeys;
import dev.sluice.policy.model.Bundle;
import dev.sluice.policy.model.Forbid;
import dev.sluice.policy.model.Policy;
import dev.sluice.policy.model.Protect;
import dev.sluice.policy.model.ShopForbid;
import dev.sluice.policy.proof.InvariantProof;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.statistics.Statistics;

/** A protect or forbid that is said to change nothing can be taken away. */
class UselessCutsTest {

    @Property(tries = 60, shrinking = ShrinkingMode.OFF)
    @Label("a bundle is the same without whatever is said to change nothing")
    void isTheSameWithoutThem(@ForAll long seed) {
        // Given
        Bundle plain = kept(new RandomBundles(seed).bundle(), location -> true);
        Problems vacuous = new Problems();
        BundleCompiler.plans(plain, new ThrowawayKeys(), vacuous);
        Set<SourceLocation> never = told(vacuous, "vacuous-cut");
        Bundle bundle = kept(plain, location -> !never.contains(location));
        BundlePlans plans = plans(bundle);
        Problems problems = new Problems();

        // When
        InvariantProof.prove(plans, Bundles.NOW, problems);

        // Then
        Set<SourceLocation> useless = told(problems, "cut-without-effect");
        try {
            Differences differences = BundleComparison.compare(
                    plans, plans(kept(bundle, location -> !useless.contains(location))), Bundles.NOW);
            Statistics.collect(useless.isEmpty() ? "nothing is said" : "something is said");
            assertThat(differences.same()).isTrue();
        } catch (NotComparableException e) {
            Statistics.collect("too many customers");
        }
        Statistics.coverage(coverage -> coverage.check("something is said").percentage(share -> share > 20));
    }

    private static Set<SourceLocation> told(Problems problems, String code) {
        return problems.sorted().stream()
                .filter(problem -> problem.code().equals(code))
                .map(Problem::location)
                .collect(Collectors.toSet());
    }

    /** Only such cuts, none of which says that it may change nothing. */
    private static Bundle kept(Bundle bundle, Predicate<SourceLocation> which) {
        List<Policy> policies = bundle.policies().stream()
                .map(policy -> MonotonyTest.with(
                        policy,
                        policy.shares(),
                        policy.rules(),
                        protects(policy, which),
                        policy.forbids().stream()
                                .filter(one -> which.test(one.location()))
                                .map(UselessCutsTest::plain)
                                .toList()))
                .toList();
        List<ShopForbid> forbids = new ArrayList<>();
        for (ShopForbid shop : bundle.forbids()) {
            if (which.test(shop.location())) {
                forbids.add(
                        new ShopForbid(plain(shop.forbid()), shop.why(), shop.to(), shop.purposes(), shop.except()));
            }
        }
        return RandomBundles.with(policies, forbids);
    }

    private static List<Protect> protects(Policy policy, Predicate<SourceLocation> which) {
        return policy.protects().stream()
                .filter(one -> which.test(one.location()))
                .map(one -> new Protect(
                        one.id(),
                        one.category(),
                        one.atMost(),
                        one.when(),
                        one.of(),
                        one.subject(),
                        one.force(),
                        null,
                        one.location()))
                .toList();
    }

    private static Forbid plain(Forbid one) {
        return new Forbid(
                one.id(),
                one.categories(),
                one.when(),
                one.unless(),
                one.of(),
                one.subject(),
                one.force(),
                null,
                one.location());
    }

    private static BundlePlans plans(Bundle bundle) {
        Problems problems = new Problems();
        return BundleCompiler.plans(bundle, new ThrowawayKeys(), problems)
                .orElseThrow(() -> new AssertionError(problems.sorted()));
    }
}
