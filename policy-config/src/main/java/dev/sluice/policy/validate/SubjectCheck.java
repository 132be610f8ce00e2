package dev.sluice.policy.validate;

import dev.sluice.policy.diagnostic.Problems;
import dev.sluice.policy.diagnostic.SourceLocation;
import dev.sluice.policy.model.Basis;
import dev.sluice.policy.model.Bundle;
import dev.sluice.policy.model.Policy;
import dev.sluice.policy.model.Rule;
import dev.sluice.policy.model.Share;
import dev.sluice.policy.model.Subject;

/** What is somebody else's is never shared on the customer's word, nor is the customer's handle shared as theirs. */
final class SubjectCheck implements BundleCheck {

    @Override
    public void check(Bundle bundle, Problems problems) {
        for (Policy policy : bundle.policies()) {
            policy.rules().stream()
                    .filter(rule -> rule.subject() != Subject.CUSTOMER)
                    .forEach(rule -> check(policy, rule, problems));
        }
    }

    private static void check(Policy policy, Rule rule, Problems problems) {
        Basis own = rule.basis();
        Basis basis = own == null ? policy.basis() : own;
        if (basis instanceof Basis.OfConsent) {
            SourceLocation where = own == null ? rule.location() : own.location();
            problems.error(
                    "consent-of-another",
                    where,
                    "the rule `" + rule.id()
                            + "` shares what is not the customer's, and rests on the customer's consent",
                    "give the rule a `basis` that holds for whose data it is: `contract`, `legal_obligation`");
        }
        rule.shares().stream()
                .filter(Share.OfCustomer.class::isInstance)
                .forEach(share -> problems.error(
                        "wrong-value",
                        share.location(),
                        "`customer` is shared in a rule whose `subject` is another",
                        "share it in the policy itself, or in a rule without `subject`"));
    }
}
