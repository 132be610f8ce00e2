package dev.sluice.gateway.app;

import dev.sluice.gateway.bundle.BundleState;
import dev.sluice.gateway.bundle.LiveBundle;
import dev.sluice.gateway.metrics.BundleFigures;
import dev.sluice.policy.decision.PolicyVersion;
import dev.sluice.policy.diagnostic.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** Reads the bundle in force as figures. */
final class BundleReading {

    private static final double MILLIS = 1000;

    private BundleReading() {}

    static BundleFigures of(LiveBundle bundle) {
        BundleState state = bundle.state();
        PolicyVersion version = state.rulebook().decisions().version();
        BundleState.Refused refused = state.refused();
        long problems = refused == null
                ? 0
                : refused.problems().stream()
                        .filter(problem -> problem.severity() == Severity.ERROR)
                        .count();
        Map<String, Long> reloads = new TreeMap<>();
        bundle.outcomes().forEach((outcome, count) -> reloads.put(outcome.word(), count));
        return new BundleFigures(
                version.brief(),
                version.meaning(),
                refused != null,
                state.note().pinned(),
                problems,
                state.unsaved() != null,
                Duration.between(bundle.lastSuccess(), Instant.now()).toMillis() / MILLIS,
                reloads);
    }
}
