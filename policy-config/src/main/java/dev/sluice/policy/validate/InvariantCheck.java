package dev.sluice.policy.validate;

import dev.sluice.policy.diagnostic.Problems;
import dev.sluice.policy.model.Bundle;
import dev.sluice.policy.model.Invariant;
import dev.sluice.policy.transform.Transforms;
import java.util.TreeSet;

/** The forms that an invariant allows are known ones. */
final class InvariantCheck implements BundleCheck {

    private static final Words FORMS = Words.of("form", new TreeSet<>(Transforms.words()));

    @Override
    public void check(Bundle bundle, Problems problems) {
        for (Invariant invariant : bundle.invariants()) {
            if (invariant.promise().limit() instanceof Invariant.Limit.These these) {
                FORMS.check(these.forms(), problems, FORMS.all());
            }
        }
    }
}
