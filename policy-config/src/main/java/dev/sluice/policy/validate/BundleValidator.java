package dev.sluice.policy.validate;

import dev.sluice.policy.diagnostic.Problems;
import dev.sluice.policy.model.Bundle;
import java.time.LocalDate;
import java.util.List;

/** Runs every check over a bundle (semantics B14: whatever it says must be enforceable). */
public final class BundleValidator {

    private final Problems problems;
    private final List<BundleCheck> ofWords;
    private final List<BundleCheck> ofReferences;
    private final List<BundleCheck> ofSense;

    /** @param today the day that reviews are due by, in UTC */
    public BundleValidator(Problems problems, LocalDate today) {
        this.problems = problems;
        this.ofReferences = List.of(new ReferenceCheck());
        this.ofWords = List.of(
                new DuplicateIdCheck(),
                new CategoryCheck(),
                new PurposeCheck(),
                new CountryCheck(),
                new PathKindCheck(),
                new PathOverlapCheck(),
                new NamelessRecordCheck(),
                new NameDataCheck(),
                new DocumentCheck(),
                new SubtreeCheck(),
                new ConsentPlacementCheck());
        this.ofSense = List.of(
                new ContractCheck(), new RowNeedCheck(), new HandleCheck(), new ReviewCheck(today), new ReachCheck());
    }

    /**
     * Checks what was parsed. What rests on things that may be missing only because they could not be read is not
     * checked: it would
     * hide the one mistake behind many.
     *
     * @param allRead whether every file was read to its end
     */
    public void validate(Bundle bundle, boolean allRead) {
        boolean allParsed = allRead && !problems.hasErrors();
        ofWords.forEach(check -> check.check(bundle, problems));
        if (allRead) {
            ofReferences.forEach(check -> check.check(bundle, problems));
        }
        if (allParsed) {
            ofSense.forEach(check -> check.check(bundle, problems));
        }
    }
}
