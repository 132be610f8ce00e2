package dev.sluice.gateway.admin;

import dev.sluice.gateway.bundle.BundleState;
import dev.sluice.gateway.bundle.LiveBundle;
import dev.sluice.policy.diagnostic.Problem;
import dev.sluice.policy.diagnostic.ProblemReport;
import dev.sluice.policy.diagnostic.Severity;
import dev.sluice.policy.repository.BundleNote;
import dev.sluice.policy.repository.KeptBundle;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The bundle in force, as operators see it.
 *
 * @param lastGoodInForce whether the directory's bundle is refused, so that an older one is in force
 * @param lastSuccess when the directory was last found good
 * @param refused what the directory holds instead, or null
 * @param unsaved why the state directory does not hold what is in force, or null
 * @param kept the versions that can be activated
 */
record BundleView(
        String version,
        String meaning,
        boolean pinned,
        Instant since,
        String by,
        String why,
        boolean lastGoodInForce,
        Instant lastSuccess,
        @Nullable RefusedView refused,
        @Nullable String unsaved,
        List<KeptBundle> kept) {

    /** A refused bundle. At most {@link ProblemReport#MOST} problems are told; {@code more} says how many there are. */
    record RefusedView(String version, Instant at, long errors, int more, List<ProblemView> problems) {}

    /** One problem. */
    record ProblemView(
            String severity,
            String code,
            String file,
            int line,
            int column,
            String message,
            @Nullable String help) {}

    static BundleView of(LiveBundle bundle, List<KeptBundle> kept) {
        BundleState state = bundle.state();
        BundleNote note = state.note();
        return new BundleView(
                note.version(),
                state.rulebook().decisions().version().meaning(),
                note.pinned(),
                note.at(),
                note.by(),
                note.why(),
                state.refused() != null,
                bundle.lastSuccess(),
                refused(state.refused()),
                state.unsaved(),
                kept);
    }

    private static @Nullable RefusedView refused(BundleState.@Nullable Refused refused) {
        if (refused == null) {
            return null;
        }
        List<Problem> all = refused.problems();
        long errors = all.stream()
                .filter(problem -> problem.severity() == Severity.ERROR)
                .count();
        return new RefusedView(
                refused.version(), refused.at(), errors, Math.max(0, all.size() - ProblemReport.MOST), problems(all));
    }

    static List<ProblemView> problems(List<Problem> all) {
        return all.stream()
                .limit(ProblemReport.MOST)
                .map(problem -> new ProblemView(
                        problem.severity() == Severity.ERROR ? "error" : "warning",
                        problem.code(),
                        problem.location().file(),
                        problem.location().line(),
                        problem.location().column(),
                        problem.message(),
                        problem.help()))
                .toList();
    }
}
