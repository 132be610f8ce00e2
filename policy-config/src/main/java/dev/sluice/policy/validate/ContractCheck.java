package dev.sluice.policy.validate;

import dev.sluice.policy.diagnostic.Problems;
import dev.sluice.policy.model.Basis;
import dev.sluice.policy.model.Bundle;
import dev.sluice.policy.model.Policy;
import dev.sluice.policy.model.Rule;
import dev.sluice.policy.vocabulary.Purposes;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Marketing, sharing with third parties and personalisation are seldom what a contract needs (semantics B6). */
final class ContractCheck implements BundleCheck {

    private static final List<String> DOUBTFUL = List.of("marketing", "third_party_sharing", "personalize");

    @Override
    public void check(Bundle bundle, Problems problems) {
        for (Policy policy : bundle.policies()) {
            if (DOUBTFUL.stream()
                    .anyMatch(
                            purpose -> Purposes.covers(purpose, policy.purpose().name()))) {
                Stream.concat(
                                Stream.of(policy.basis()),
                                policy.rules().stream().map(Rule::basis).filter(Objects::nonNull))
                        .filter(Basis.Contract.class::isInstance)
                        .forEach(basis -> problems.warning(
                                "marketing-under-contract",
                                basis.location(),
                                "the purpose `" + policy.purpose()
                                        + "` rests on `contract`, which no consent or objection gates",
                                "most likely this needs `consent`"));
            }
        }
    }
}
