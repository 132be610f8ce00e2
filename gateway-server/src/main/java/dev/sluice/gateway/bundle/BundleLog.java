package dev.sluice.gateway.bundle;

import dev.sluice.policy.diagnostic.Problem;
import dev.sluice.policy.diagnostic.Severity;
import dev.sluice.policy.repository.BundleNote;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says in the log which bundle came in force, and which did not and why: one line for each problem, within a bound. */
final class BundleLog {

    private static final Logger LOG = LoggerFactory.getLogger("sluice.bundle");
    private static final int MOST_PROBLEMS = 50;

    private BundleLog() {}

    static void inForce(BundleNote note) {
        LOG.info(
                "bundle in force version={} pinned={} by=\"{}\" why=\"{}\"",
                note.version(),
                note.pinned(),
                note.by(),
                note.why());
    }

    static void refused(BundleState.Refused refused, String inForce) {
        List<Problem> errors = refused.problems().stream()
                .filter(problem -> problem.severity() == Severity.ERROR)
                .toList();
        LOG.error(
                "bundle refused version={} errors={}; the last good one stays in force version={}",
                refused.version(),
                errors.size(),
                inForce);
        for (Problem problem : errors.subList(0, Math.min(MOST_PROBLEMS, errors.size()))) {
            LOG.error("bundle problem {}", ProblemLine.of(problem));
        }
        if (errors.size() > MOST_PROBLEMS) {
            LOG.error("bundle problems and {} more", errors.size() - MOST_PROBLEMS);
        }
    }

    static void defect(RuntimeException defect) {
        LOG.error("the bundle cannot be compiled: {}", defect.getClass().getName());
    }

    static void warnings(List<Problem> warnings) {
        for (Problem warning : warnings.subList(0, Math.min(MOST_PROBLEMS, warnings.size()))) {
            LOG.warn("bundle warning {}", ProblemLine.of(warning));
        }
        if (warnings.size() > MOST_PROBLEMS) {
            LOG.warn("bundle warnings and {} more", warnings.size() - MOST_PROBLEMS);
        }
    }

    static void pinnedAsItWas(String version) {
        LOG.error("the pinned bundle cannot be compiled anew and stays as it was version={}", version);
    }

    static void unsaved(String why) {
        LOG.error("the state directory does not hold the bundle that is in force: {}", why);
    }
}
