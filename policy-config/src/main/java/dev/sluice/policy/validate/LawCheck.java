package dev.sluice.policy.validate;

import dev.sluice.policy.diagnostic.Problems;
import dev.sluice.policy.diagnostic.SourceLocation;
import dev.sluice.policy.model.Bundle;
import dev.sluice.policy.model.OwnAges;
import java.util.HashMap;
import java.util.Map;

/** What a bundle says of the law is said once. */
final class LawCheck implements BundleCheck {

    @Override
    public void check(Bundle bundle, Problems problems) {
        for (OwnAges own : bundle.ownAges()) {
            Map<String, SourceLocation> seen = new HashMap<>();
            for (OwnAges.Age age : own.ages()) {
                String key = age.country() + " from " + age.from();
                SourceLocation first = seen.putIfAbsent(key, age.country().location());
                if (first != null) {
                    problems.error(
                            "duplicate-age",
                            age.country().location(),
                            "the age for " + key + " stands twice",
                            "it stands first at " + first);
                }
            }
        }
    }
}
