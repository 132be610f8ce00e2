package dev.sluice.policy.repository;

import dev.sluice.policy.decision.DecisionPoint;
import dev.sluice.policy.diagnostic.Problem;
import java.util.List;

/**
 * A bundle that can decide.
 *
 * @param warnings of all stages, in the order of the places
 */
public record ReadyBundle(LoadedBundle loaded, DecisionPoint decisions, List<Problem> warnings) {

    public ReadyBundle {
        warnings = List.copyOf(warnings);
    }
}
