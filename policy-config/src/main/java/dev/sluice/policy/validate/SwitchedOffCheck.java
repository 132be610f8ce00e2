package dev.sluice.policy.validate;

import dev.sluice.policy.diagnostic.Problems;
import dev.sluice.policy.diagnostic.SourceLocation;
import dev.sluice.policy.model.Bundle;
import dev.sluice.policy.model.Forbid;
import dev.sluice.policy.model.Force;
import dev.sluice.policy.model.Named;
import dev.sluice.policy.model.Policy;
import org.jspecify.annotations.Nullable;

/** A protect or forbid that is off holds back nothing, and whoever reads it quickly believes otherwise. */
final class SwitchedOffCheck implements BundleCheck {

    @Override
    public void check(Bundle bundle, Problems problems) {
        for (Policy policy : bundle.policies()) {
            policy.protects()
                    .forEach(one ->
                            check("protect", one.id(), one.force(), one.mayBeVacuous(), one.location(), problems));
            policy.forbids().forEach(one -> check(one, problems));
        }
        bundle.forbids().forEach(one -> check(one.forbid(), problems));
    }

    private static void check(Forbid forbid, Problems problems) {
        check("forbid", forbid.id(), forbid.force(), forbid.mayBeVacuous(), forbid.location(), problems);
    }

    private static void check(
            String noun, Named id, Force force, @Nullable String why, SourceLocation location, Problems problems) {
        if (force.mode() == Force.Mode.OFF && why == null) {
            problems.warning(
                    "cut-switched-off",
                    location,
                    "the " + noun + " `" + id + "` is off: it holds for nobody",
                    "remove it or its `mode: off`, or say why it stands there: `may_be_vacuous: why`");
        }
    }
}
