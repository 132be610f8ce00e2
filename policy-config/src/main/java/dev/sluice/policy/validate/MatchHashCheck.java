package dev.sluice.policy.validate;

import dev.sluice.policy.diagnostic.Problems;
import dev.sluice.policy.form.MatchHash;
import dev.sluice.policy.form.MatchIdentifier;
import dev.sluice.policy.model.Bundle;
import dev.sluice.policy.model.FormSpec;
import dev.sluice.policy.model.FormSpec.MatchHash.Profile;
import dev.sluice.policy.model.Named;
import dev.sluice.policy.model.Share;
import dev.sluice.policy.vocabulary.Categories;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A match hash stands on something that its platform takes hashed; on all else it would withhold every value. */
record MatchHashCheck(Categories categories) implements BundleCheck {

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
        if (form instanceof FormSpec.Pipeline pipeline) {
            pipeline.steps().forEach(step -> check(category, step, problems));
        }
        if (!(form instanceof FormSpec.MatchHash hash) || !categories.known(category.name())) {
            return;
        }
        List<String> hashed = hashed(hash.profile());
        boolean defined = hashed.stream()
                .anyMatch(one -> categories.covers(one, category.name()) || categories.covers(category.name(), one));
        if (!defined) {
            problems.error(
                    "match-hash-undefined",
                    category.location(),
                    "the profile `" + hash.profile().name().toLowerCase(Locale.ROOT) + "` hashes no `" + category + "`",
                    "it hashes `" + String.join("`, `", hashed) + "`");
        }
    }

    private static List<String> hashed(Profile profile) {
        return Arrays.stream(MatchIdentifier.values())
                .filter(identifier -> (profile == Profile.GOOGLE
                                ? MatchHash.google(identifier)
                                : MatchHash.meta(identifier))
                        .applies())
                .map(MatchIdentifier::category)
                .toList();
    }
}
