package dev.sluice.policy.validate;

import dev.sluice.policy.condition.Terms;
import dev.sluice.policy.diagnostic.Problems;
import dev.sluice.policy.model.Bundle;
import dev.sluice.policy.vocabulary.Categories;
import dev.sluice.policy.vocabulary.Regions;
import java.time.LocalDate;
import java.util.List;

/** Runs every check over a bundle (semantics B14: whatever it says must be enforceable). */
public final class BundleValidator {

    private final Problems problems;
    private final LocalDate today;

    /** @param today the day that reviews are due by, in UTC */
    public BundleValidator(Problems problems, LocalDate today) {
        this.problems = problems;
        this.today = today;
    }

    private static List<BundleCheck> ofWords(Categories categories, Regions regions) {
        return List.of(
                new DuplicateIdCheck(),
                new CategoryCheck(categories),
                new OwnWordCheck(categories),
                new PurposeCheck(),
                new CountryCheck(regions),
                new FactCheck(Terms.words()),
                new EarlyFactCheck(),
                new LawCheck(),
                new PathKindCheck(),
                new PathOverlapCheck(),
                new NamelessRecordCheck(),
                new NameDataCheck(),
                new DocumentCheck(categories),
                new SubtreeCheck(categories),
                new ConsentPlacementCheck(),
                new InvariantCheck(),
                new SubjectCheck(),
                new DeriveCheck(),
                new EncryptionKeyCheck(),
                new FormCategoryCheck(categories));
    }

    private static List<BundleCheck> ofReferences() {
        return List.of(new ReferenceCheck(), new ScenarioCheck());
    }

    private List<BundleCheck> ofSense(Categories categories, Regions regions) {
        return List.of(
                new ContractCheck(),
                new RowNeedCheck(categories),
                new HandleCheck(categories),
                new WideShareCheck(categories),
                new ReviewCheck(today),
                new ForceCheck(today),
                new SwitchedOffCheck(),
                new EmptyShareCheck(),
                new TransferCheck(categories, regions, today),
                new ConsentSourceCheck(),
                new ObjectionCheck(),
                new ReachCheck());
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
        Categories categories = bundle.vocabulary();
        Regions regions = problems.hasErrors() ? Regions.shipped() : bundle.regions();
        ofWords(categories, regions).forEach(check -> check.check(bundle, problems));
        if (allRead) {
            ofReferences().forEach(check -> check.check(bundle, problems));
        }
        if (allParsed) {
            ofSense(categories, regions).forEach(check -> check.check(bundle, problems));
        }
    }
}
