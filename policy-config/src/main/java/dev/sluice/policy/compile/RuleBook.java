package dev.sluice.policy.compile;

import dev.sluice.policy.model.Bundle;
import dev.sluice.policy.model.Policy;
import dev.sluice.policy.model.ShopForbid;
import java.util.Comparator;
import java.util.List;

/** All that a bundle rules, in an order that does not depend on files. */
record RuleBook(List<Policy> policies, List<ShopForbid> forbids) {

    static RuleBook of(Bundle bundle) {
        return new RuleBook(
                bundle.policies().stream()
                        .sorted(Comparator.comparing(
                                (Policy policy) -> policy.id().name()))
                        .toList(),
                bundle.forbids().stream()
                        .sorted(Comparator.comparing(
                                (ShopForbid forbid) -> forbid.id().name()))
                        .toList());
    }
}
