package dev.sluice.policy.validate;

import dev.sluice.policy.diagnostic.Problems;
import dev.sluice.policy.diagnostic.SourceLocation;
import dev.sluice.policy.model.Bundle;
import dev.sluice.policy.model.Exemption;
import dev.sluice.policy.model.Forbid;
import dev.sluice.policy.model.Policy;
import dev.sluice.policy.model.Protect;
import dev.sluice.policy.model.Rule;
import dev.sluice.policy.model.ShopForbid;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What is past its {@code until} has no effect any more. The day itself is in time. */
record ForceCheck(LocalDate today) implements BundleCheck {

    @Override
    public void check(Bundle bundle, Problems problems) {
        for (Policy policy : bundle.policies()) {
            for (Rule rule : policy.rules()) {
                check("the rule `" + rule.id() + "`", rule.force().until(), rule.location(), problems);
            }
            for (Protect protect : policy.protects()) {
                check("the protect `" + protect.id() + "`", protect.force().until(), protect.location(), problems);
            }
            policy.forbids().forEach(forbid -> check(forbid, problems));
        }
        for (ShopForbid forbid : bundle.forbids()) {
            check(forbid.forbid(), problems);
            for (Exemption exemption : forbid.except()) {
                String what = "the exemption of `" + exemption.partner() + "` from `" + forbid.id() + "`";
                check(what, exemption.until(), exemption.location(), problems);
            }
        }
    }

    private void check(Forbid forbid, Problems problems) {
        check("the forbid `" + forbid.id() + "`", forbid.force().until(), forbid.location(), problems);
    }

    private void check(String what, @Nullable LocalDate until, SourceLocation location, Problems problems) {
        if (until != null && until.isBefore(today)) {
            problems.warning(
                    "past-until",
                    location,
                    what + " has no effect any more: its last day was " + until,
                    "remove it, or move `until`");
        }
    }
}
