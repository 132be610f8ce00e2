package dev.sluice.policy.repository;

import dev.sluice.policy.compile.BundlePlans;
import dev.sluice.policy.decision.DecisionPoint;
import dev.sluice.policy.diagnostic.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A bundle that can decide.
 *
 * @param plans what it decides by, for those who compare
 * @param warnings of all stages, in the order of the places
 */
public record ReadyBundle(LoadedBundle loaded, BundlePlans plans, DecisionPoint decisions, List<Problem> warnings) {

    public ReadyBundle {
        warnings = List.copyOf(warnings);
    }

    /** The same with more warnings. */
    ReadyBundle with(List<Problem> more) {
        List<Problem> all = new ArrayList<>(warnings);
        all.addAll(more);
        all.sort(Comparator.comparing(Problem::location).thenComparing(Problem::code));
        return new ReadyBundle(loaded, plans, decisions, all);
    }
}
