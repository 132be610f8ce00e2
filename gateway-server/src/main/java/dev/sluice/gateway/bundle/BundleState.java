package dev.sluice.gateway.bundle;

import dev.sluice.gateway.enforce.Rulebook;
import dev.sluice.policy.diagnostic.Problem;
import dev.sluice.policy.repository.BundleNote;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is in force, and what is not and why. Immutable; a change makes another one.
 *
 * @param note which bundle is in force, since when and by whom
 * @param refused the bundle that was not taken, or null if the directory holds what is in force or is not looked at
 * @param unsaved why the state directory does not hold what is in force, or null
 */
public record BundleState(
        Rulebook rulebook,
        BundleNote note,
        @Nullable Refused refused,
        @Nullable String unsaved) {

    /**
     * A bundle that was refused whole.
     *
     * @param version hex SHA-256 over its files
     * @param problems all of them, warnings included
     */
    public record Refused(String version, Instant at, List<Problem> problems) {

        public Refused {
            problems = List.copyOf(problems);
        }
    }

    BundleState refusing(@Nullable Refused other) {
        return new BundleState(rulebook, note, other, unsaved);
    }

    @Override
    public String toString() {
        return "BundleState[" + note.version() + "]";
    }
}
