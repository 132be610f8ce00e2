package dev.sluice.policy.compile;

import dev.sluice.policy.model.Bundle;
import dev.sluice.policy.model.Policy;
import dev.sluice.policy.model.Share;
import dev.sluice.policy.model.ShopForbid;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All that a bundle rules, in an order that does not depend on files. */
record RuleBook(List<Policy> policies, List<ShopForbid> forbids) {

    /** The names of members that policies add to the records of a catalog. */
    Set<String> derived(String catalog) {
        return policies.stream()
                .filter(policy ->
                        policy.catalogs().stream().anyMatch(one -> one.name().equals(catalog)))
                .flatMap(policy -> policy.allShares().stream())
                .flatMap(share -> share instanceof Share.OfBirthDate one
                        ? Stream.of(one.member().name())
                        : Stream.empty())
                .collect(Collectors.toSet());
    }

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
