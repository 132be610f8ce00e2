package dev.sluice.policy.validate;

import dev.sluice.policy.diagnostic.Problems;
import dev.sluice.policy.model.Bundle;
import dev.sluice.policy.model.Policy;

/** A policy or rule shares something, or a policy cuts something: else it is there for nothing. */
final class EmptyShareCheck implements BundleCheck {

    @Override
    public void check(Bundle bundle, Problems problems) {
        for (Policy policy : bundle.policies()) {
            policy.rules().stream()
                    .filter(rule -> rule.shares().isEmpty())
                    .forEach(rule -> problems.warning(
                            "shares-nothing",
                            rule.location(),
                            "the rule `" + rule.id() + "` shares nothing: its `share` is empty",
                            "remove it, or name what it shares"));
            boolean cuts = !policy.protects().isEmpty() || !policy.forbids().isEmpty();
            if (policy.rules().isEmpty() && policy.shares().isEmpty() && !cuts && !speaksOfDocuments(bundle, policy)) {
                problems.warning(
                        "shares-nothing",
                        policy.location(),
                        "the policy `" + policy.id() + "` shares nothing, and protects and forbids nothing",
                        "remove it, or name what it shares: `share`");
            }
        }
    }

    /** Whether something that stands outside records can leave by it. */
    private static boolean speaksOfDocuments(Bundle bundle, Policy policy) {
        return Grants.catalogs(bundle, policy).stream()
                .anyMatch(catalog -> !catalog.document().fields().isEmpty());
    }
}
