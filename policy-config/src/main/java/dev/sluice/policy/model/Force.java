package dev.sluice.policy.model;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Whether a rule is in force.
 *
 * @param until its last day in UTC; null for ever
 */
public record Force(Mode mode, @Nullable LocalDate until) {

    /** In force for ever. */
    public static final Force ALWAYS = new Force(Mode.LIVE, null);

    /** What a rule changes. */
    public enum Mode {
        LIVE,
        /** Nothing: what it would change is counted. */
        SHADOW,
        OFF
    }

    /** @param shadow whether rules in shadow count as live */
    public boolean holds(boolean shadow) {
        return mode == Mode.LIVE || (shadow && mode == Mode.SHADOW);
    }
}
