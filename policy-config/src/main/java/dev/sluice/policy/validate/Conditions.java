package dev.sluice.policy.validate;

import dev.sluice.policy.model.Bundle;
import dev.sluice.policy.model.Condition;
import dev.sluice.policy.model.Forbid;
import dev.sluice.policy.model.Policy;
import dev.sluice.policy.model.Protect;
import dev.sluice.policy.model.Rule;
import dev.sluice.policy.model.ShopForbid;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Finds the single conditions of a policy, whatever they stand in. */
final class Conditions {

    private Conditions() {}

    /** Every condition that is no {@code all}, {@code any} or {@code not}, wherever it stands in the policy. */
    static Stream<Condition> leaves(Policy policy) {
        return Stream.of(granting(policy), cutting(policy), freeing(policy))
                .flatMap(List::stream)
                .flatMap(Conditions::leaves);
    }

    /** As {@link #leaves(Policy)}, of a whole bundle. */
    static Stream<Condition> leaves(Bundle bundle) {
        return Stream.of(
                        bundle.policies().stream().flatMap(Conditions::leaves),
                        bundle.forbids().stream().map(ShopForbid::forbid).flatMap(Conditions::leaves),
                        bundle.invariants().stream()
                                .map(invariant -> invariant.promise().when())
                                .filter(Objects::nonNull)
                                .flatMap(Conditions::leaves))
                .flatMap(leaves -> leaves);
    }

    private static Stream<Condition> leaves(Forbid forbid) {
        return Stream.of(forbid.when(), forbid.unless())
                .filter(Objects::nonNull)
                .flatMap(Conditions::leaves);
    }

    /** Conditions under which something is shared. */
    static List<Condition> granting(Policy policy) {
        return Stream.concat(
                        policy.when().stream(),
                        policy.rules().stream().map(Rule::when).filter(Objects::nonNull))
                .toList();
    }

    /** Conditions under which a protect or forbid holds. */
    static List<Condition> cutting(Policy policy) {
        return Stream.concat(
                        policy.protects().stream().map(Protect::when),
                        policy.forbids().stream().map(Forbid::when))
                .filter(Objects::nonNull)
                .toList();
    }

    /** Conditions that free from a forbid. */
    static List<Condition> freeing(Policy policy) {
        return policy.forbids().stream()
                .map(Forbid::unless)
                .filter(Objects::nonNull)
                .toList();
    }

    static Stream<Condition> leaves(Condition condition) {
        return condition.single()
                ? Stream.of(condition)
                : condition.parts().stream().flatMap(Conditions::leaves);
    }
}
