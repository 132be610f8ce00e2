package dev.sluice.gateway.admin;

import dev.sluice.gateway.bundle.BundleState;
import dev.sluice.gateway.bundle.LiveBundle;
import dev.sluice.gateway.bundle.ReloadOutcome;
import java.util.List;

/** What a change of the bundle in force came to. */
record Changed(String outcome, BundleView bundle) {

    static AdminAnswer answer(LiveBundle bundle, ReloadOutcome outcome) {
        return answer(bundle, outcome, "the bundle has errors");
    }

    /** @param message what to say if the bundle is refused */
    static AdminAnswer answer(LiveBundle bundle, ReloadOutcome outcome, String message) {
        BundleState.Refused refused = bundle.state().refused();
        if (outcome == ReloadOutcome.REFUSED) {
            return AdminAnswer.problem(
                    409,
                    "bundle-refused",
                    message + "; version " + bundle.state().note().version() + " stays in force",
                    refused == null ? List.of() : BundleView.problems(refused.problems()));
        }
        return AdminAnswer.ok(new Changed(outcome.word(), BundleEndpoint.view(bundle)));
    }
}
