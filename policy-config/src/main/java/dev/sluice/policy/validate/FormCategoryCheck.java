package dev.sluice.policy.validate;

import dev.sluice.policy.diagnostic.Problems;
import dev.sluice.policy.model.Bundle;
import dev.sluice.policy.model.FormSpec;
import dev.sluice.policy.model.Named;
import dev.sluice.policy.model.Share;
import dev.sluice.policy.transform.Transform;
import dev.sluice.policy.vocabulary.Categories;

/** A form stands on a category that it is fit for. */
record FormCategoryCheck(Categories categories) implements BundleCheck {

    @Override
    public void check(Bundle bundle, Problems problems) {
        bundle.policies().forEach(policy -> {
            for (Share share : policy.allShares()) {
                if (share instanceof Share.OfCategory of) {
                    check(of.category(), of.form(), problems);
                }
            }
            policy.protects().forEach(protect -> check(protect.category(), protect.atMost(), problems));
        });
    }

    private void check(Named category, FormSpec form, Problems problems) {
        if (!categories.known(category.name())) {
            return;
        }
        for (FormSpec step : form.steps()) {
            if (step instanceof Transform transform) {
                transform.checkCategory(category, categories, problems);
            }
        }
    }
}
