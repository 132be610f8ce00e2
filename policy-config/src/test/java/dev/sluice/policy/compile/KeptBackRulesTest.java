package dev.sluice.policy.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.policy.compare.BundleComparison;
import dev.sluice.policy.compare.NotComparableException;
import dev.sluice.policy.diagnostic.Problem;
import dev.sluice.policy.diagnostic.Problems;
import dev.sluice.policy.diagnostic.SourceLocation;
import dev.sluice.policy.form.ThrowawayKeys;
import dev.sluice.policy.model.Bundle;
import dev.sluice.policy.model.Policy;
import dev.sluice.policy.model.Rule;
import dev.sluice.policy.model.Share;
import dev.sluice.policy.proof.InvariantProof;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.statistics.Statistics;

/** A policy or rule by which, as is said, nothing ever leaves can be taken away. */
class KeptBackRulesTest {

    @Property(tries = 60, shrinking = ShrinkingMode.OFF)
    @Label("a bundle is the same without whatever is said to be kept back")
    void isTheSameWithoutThem(@ForAll long seed) {
        // Given
        Bundle bundle = new RandomBundles(seed).bundle();
        BundlePlans plans = plans(bundle);
        Problems problems = new Problems();

        // When
        InvariantProof.prove(plans, Bundles.NOW, problems);

        // Then
        Set<SourceLocation> keptBack = problems.sorted().stream()
                .filter(problem -> problem.code().equals("rule-kept-back"))
                .map(Problem::location)
                .collect(Collectors.toSet());
        try {
            boolean same = BundleComparison.compare(plans, plans(without(bundle, keptBack)), Bundles.NOW)
                    .same();
            Statistics.collect(keptBack.isEmpty() ? "nothing is said" : "something is said");
            assertThat(same).isTrue();
        } catch (NotComparableException e) {
            Statistics.collect("too many customers");
        }
        Statistics.coverage(coverage -> coverage.check("something is said").percentage(share -> share > 10));
    }

    /** Without the policies' own shares, and the rules, one of whose shares stands there. */
    private static Bundle without(Bundle bundle, Set<SourceLocation> some) {
        List<Policy> policies = bundle.policies().stream()
                .map(policy -> MonotonyTest.with(
                        policy,
                        among(policy.shares(), some) ? List.of() : policy.shares(),
                        policy.rules().stream()
                                .filter((Rule rule) -> !among(rule.shares(), some))
                                .toList(),
                        policy.protects(),
                        policy.forbids()))
                .toList();
        return RandomBundles.with(policies, bundle.forbids());
    }

    private static boolean among(List<Share> shares, Set<SourceLocation> some) {
        return shares.stream().map(Share::location).anyMatch(some::contains);
    }

    private static BundlePlans plans(Bundle bundle) {
        Problems problems = new Problems();
        return BundleCompiler.plans(bundle, new ThrowawayKeys(), problems)
                .orElseThrow(() -> new AssertionError(problems.sorted()));
    }
}
