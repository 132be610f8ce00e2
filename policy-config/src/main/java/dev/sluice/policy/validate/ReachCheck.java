package dev.sluice.policy.validate;

import dev.sluice.policy.diagnostic.Problems;
import dev.sluice.policy.model.Bundle;
import dev.sluice.policy.model.Named;
import dev.sluice.policy.model.Partner;
import dev.sluice.policy.model.Policy;
import dev.sluice.policy.vocabulary.Purposes;
import java.util.List;

/**
 * Policies and partners meet: a policy that can bind nobody, and a partner that no policy speaks of, are most likely
 * mistakes. Said
 * only of a bundle without errors, since what is missing may stand in what could not be read.
 */
final class ReachCheck implements BundleCheck {

    @Override
    public void check(Bundle bundle, Problems problems) {
        for (Policy policy : bundle.policies()) {
            List<Partner> included = bundle.partners().stream()
                    .filter(partner -> policy.partners().includes(partner))
                    .toList();
            purposes(policy, included, problems);
            boolean complete = !problems.hasErrors();
            if (complete && included.stream().noneMatch(partner -> mayAsk(partner, policy))) {
                problems.warning(
                        "policy-without-partner",
                        policy.location(),
                        "the policy `" + policy.id() + "` meets no partner that has a purpose at or below `"
                                + policy.purpose() + "`",
                        null);
            }
        }
        boolean complete = !problems.hasErrors();
        for (Partner partner : bundle.partners()) {
            if (complete
                    && bundle.policies().stream()
                            .noneMatch(policy -> policy.partners().includes(partner))) {
                problems.warning(
                        "partner-without-policy",
                        partner.location(),
                        "no policy speaks of the partner `" + partner.id() + "`: it gets nothing",
                        null);
            }
        }
    }

    /** Where a policy names a partner by its id, that partner must be able to ask for the policy's purpose. */
    private static void purposes(Policy policy, List<Partner> included, Problems problems) {
        for (Named id : policy.partners().ids()) {
            included.stream()
                    .filter(partner -> partner.id().name().equals(id.name()))
                    .filter(partner -> !mayAsk(partner, policy)
                            && Purposes.known(policy.purpose().name()))
                    .forEach(partner -> problems.error(
                            "purpose-not-of-partner",
                            policy.purpose().location(),
                            "the purpose `" + policy.purpose() + "` is not among those of the partner `" + id
                                    + "` (expected: it or one below it)",
                            "its purposes stand at " + partner.location()));
        }
    }

    private static boolean mayAsk(Partner partner, Policy policy) {
        return partner.purposes().stream()
                .anyMatch(purpose -> Purposes.covers(policy.purpose().name(), purpose.name()));
    }
}
