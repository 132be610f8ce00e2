package dev.sluice.policy.repository;

import dev.sluice.policy.decision.PolicyVersion;
import dev.sluice.policy.diagnostic.Problem;
import dev.sluice.policy.diagnostic.SourceText;
import dev.sluice.policy.model.Bundle;
import java.util.List;
import java.util.Map;

/**
 * A bundle without errors.
 *
 * @param warnings what its author should look at, in the order of the places
 * @param sources the texts of its files by name, for reports
 */
public record LoadedBundle(
        Bundle model, PolicyVersion version, List<Problem> warnings, Map<String, SourceText> sources) {

    public LoadedBundle {
        warnings = List.copyOf(warnings);
        sources = Map.copyOf(sources);
    }
}
