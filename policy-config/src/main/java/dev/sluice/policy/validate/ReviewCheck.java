package dev.sluice.policy.validate;

import dev.sluice.policy.diagnostic.Problems;
import dev.sluice.policy.model.Bundle;
import dev.sluice.policy.model.Policy;
import java.time.LocalDate;

/** A policy whose review is overdue stays in force, with a warning. The day itself is in time. */
record ReviewCheck(LocalDate today) implements BundleCheck {

    @Override
    public void check(Bundle bundle, Problems problems) {
        for (Policy policy : bundle.policies()) {
            LocalDate reviewBy = policy.reviewBy();
            if (reviewBy != null && reviewBy.isBefore(today)) {
                problems.warning(
                        "review-overdue",
                        policy.location(),
                        "the review of the policy `" + policy.id() + "` was due by " + reviewBy,
                        "look at it again and move `review_by`");
            }
        }
    }
}
