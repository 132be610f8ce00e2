package dev.sluice.policy.validate;

import dev.sluice.policy.diagnostic.Problems;
import dev.sluice.policy.model.Bundle;
import dev.sluice.policy.model.Condition;
import dev.sluice.policy.model.Policy;
import dev.sluice.policy.model.ShopForbid;
import java.util.List;

/**
 * A withdrawal never widens (semantics C): consent stands un-negated where something is shared or freed, and negated
 * where
 * something is cut.
 */
final class ConsentPlacementCheck implements BundleCheck {

    @Override
    public void check(Bundle bundle, Problems problems) {
        for (Policy policy : bundle.policies()) {
            Conditions.granting(policy).forEach(condition -> check(condition, false, false, problems));
            Conditions.freeing(policy).forEach(condition -> check(condition, false, false, problems));
            Conditions.cutting(policy).forEach(condition -> check(condition, false, true, problems));
        }
        for (ShopForbid shop : bundle.forbids()) {
            Condition when = shop.forbid().when();
            Condition unless = shop.forbid().unless();
            if (when != null) {
                check(when, false, true, problems);
                purposes(when, problems);
            }
            if (unless != null) {
                check(unless, false, false, problems);
                purposes(unless, problems);
            }
        }
    }

    /** A forbid of the whole shop has no purpose of its own that a consent without one could mean. */
    private static void purposes(Condition condition, Problems problems) {
        Conditions.leaves(condition)
                .filter(leaf ->
                        leaf instanceof Condition.Consent of && of.consent().purpose() == null)
                .forEach(leaf -> problems.error(
                        "missing-key",
                        leaf.location(),
                        "`consent` names no purpose in a forbid of the whole shop",
                        "name it: `consent: { purpose: … }`"));
    }

    private static void check(Condition condition, boolean negated, boolean wanted, Problems problems) {
        if (condition instanceof Condition.Not not) {
            check(not.of(), !negated, wanted, problems);
        } else if (condition instanceof Condition.All all) {
            each(all.of(), negated, wanted, problems);
        } else if (condition instanceof Condition.Any any) {
            each(any.of(), negated, wanted, problems);
        } else if (condition instanceof Condition.Consent && negated != wanted) {
            problems.error(
                    "consent-placement",
                    condition.location(),
                    wanted
                            ? "`consent` stands un-negated in the `when` of a protect or forbid (expected: below `not`)"
                            : "`consent` stands negated where something is shared or freed (expected: not below `not`)",
                    "a customer who withdraws must never be shown to more partners than before");
        }
    }

    private static void each(List<Condition> conditions, boolean negated, boolean wanted, Problems problems) {
        conditions.forEach(condition -> check(condition, negated, wanted, problems));
    }
}
