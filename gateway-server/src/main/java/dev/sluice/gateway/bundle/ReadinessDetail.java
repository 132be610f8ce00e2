package dev.sluice.gateway.bundle;

import dev.sluice.policy.diagnostic.Problem;
import dev.sluice.policy.diagnostic.Severity;
import java.util.List;

/** What an operator must know of the bundle in force, as lines for the readiness probe. Empty when all is well. */
public final class ReadinessDetail {

    private static final int MOST_PROBLEMS = 20;

    private ReadinessDetail() {}

    public static String of(BundleState state) {
        StringBuilder lines = new StringBuilder();
        if (state.note().pinned()) {
            lines.append("bundle pinned: version ")
                    .append(state.note().version())
                    .append(" is in force since ");
            lines.append(state.note().at()).append(", whatever the bundle's directory holds\n");
        }
        BundleState.Refused refused = state.refused();
        if (refused != null) {
            refused(lines, refused, state.note().version());
        }
        if (state.unsaved() != null) {
            lines.append("bundle not kept: the state directory does not hold what is in force: ")
                    .append(state.unsaved())
                    .append('\n');
        }
        return lines.toString();
    }

    private static void refused(StringBuilder lines, BundleState.Refused refused, String inForce) {
        List<Problem> errors = refused.problems().stream()
                .filter(problem -> problem.severity() == Severity.ERROR)
                .toList();
        lines.append("bundle refused: version ").append(refused.version()).append(" has ");
        lines.append(errors.size())
                .append(errors.size() == 1 ? " error" : " errors")
                .append("; the last good version ")
                .append(inForce);
        lines.append(" is in force\n");
        for (Problem problem : errors.subList(0, Math.min(MOST_PROBLEMS, errors.size()))) {
            lines.append("  ").append(ProblemLine.of(problem)).append('\n');
        }
        if (errors.size() > MOST_PROBLEMS) {
            lines.append("  and ").append(errors.size() - MOST_PROBLEMS).append(" more\n");
        }
    }
}
