package dev.sluice.policy.validate;

import dev.sluice.policy.diagnostic.Problems;
import dev.sluice.policy.model.Bundle;
import dev.sluice.policy.model.Policy;
import dev.sluice.policy.model.Rule;
import java.util.Objects;
import java.util.stream.Stream;

/** A purpose rests on a ground that can carry it (semantics B6). */
final class ContractCheck implements BundleCheck {

    @Override
    public void check(Bundle bundle, Problems problems) {
        for (Policy policy : bundle.policies()) {
            Stream.concat(
                            Stream.of(policy.basis()),
                            policy.rules().stream().map(Rule::basis).filter(Objects::nonNull))
                    .filter(basis -> basis.doubtfulFor(policy.purpose().name()))
                    .forEach(basis -> problems.warning(
                            "marketing-under-contract",
                            basis.location(),
                            "the purpose `" + policy.purpose() + "` rests on `" + basis.word()
                                    + "`, which no consent or objection gates",
                            "most likely this needs `consent`"));
        }
    }
}
