package dev.sluice.policy.validate;

import dev.sluice.policy.diagnostic.Problems;
import dev.sluice.policy.model.Bundle;
import dev.sluice.policy.model.Named;
import dev.sluice.policy.model.Policy;
import dev.sluice.policy.model.Rule;
import dev.sluice.policy.model.Share;
import dev.sluice.policy.vocabulary.Categories;
import java.util.List;

/** A share of many kinds of data by one word, most of which its author never thought of, says why. */
record WideShareCheck(Categories categories) implements BundleCheck {

    /** How many categories one word may grant before it counts as wide. */
    private static final int MOST = 8;

    @Override
    public void check(Bundle bundle, Problems problems) {
        for (Policy policy : bundle.policies()) {
            if (policy.wide() != null) {
                continue;
            }
            check(policy.shares(), problems);
            for (Rule rule : policy.rules()) {
                if (rule.wide() == null) {
                    check(rule.shares(), problems);
                }
            }
        }
    }

    private void check(List<Share> shares, Problems problems) {
        for (Share share : shares) {
            if (share instanceof Share.OfCategory of) {
                check(of.category(), problems);
            }
        }
    }

    private void check(Named category, Problems problems) {
        long granted = categories.names().stream()
                .filter(name -> categories.grants(category.name(), name))
                .count();
        if (granted > MOST) {
            problems.warning(
                    "wide-share",
                    category.location(),
                    "the share of `" + category + "` grants " + granted + " categories by one word",
                    "name those that are needed, or say `wide:` and why");
        }
    }
}
