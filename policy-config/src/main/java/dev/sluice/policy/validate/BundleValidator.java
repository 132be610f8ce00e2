package dev.sluice.policy.validate;

import dev.sluice.policy.diagnostic.Problems;
import dev.sluice.policy.model.Bundle;
import java.time.LocalDate;
import java.util.List;

/** Runs every check over a bundle (semantics B14: whatever it says must be enforceable). */
public final class BundleValidator {

    private final Problems problems;
    private final List<BundleCheck> checks;

    /** @param today the day that reviews are due by, in UTC */
    public BundleValidator(Problems problems, LocalDate today) {
        this.problems = problems;
        this.checks = List.of(
                new DuplicateIdCheck(),
                new CategoryCheck(),
                new PurposeCheck(),
                new CountryCheck(),
                new ReferenceCheck());
    }

    public void validate(Bundle bundle) {
        checks.forEach(check -> check.check(bundle, problems));
    }
}
