package dev.sluice.policy.validate;

import dev.sluice.policy.diagnostic.Problems;
import dev.sluice.policy.model.Bundle;

/** One check over a whole bundle. Adds its problems; never stops the others. */
interface BundleCheck {

    void check(Bundle bundle, Problems problems);
}
