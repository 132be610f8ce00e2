package dev.sluice.gateway.scenario;

import org.jspecify.annotations.Nullable;

/**
 * A value of a test's input and what became of it.
 *
 * @param before in the input; null of what was added, and where nothing tells what it was
 * @param after in what left; null of what stayed, and where nothing tells what became of it
 */
record Passage(@Nullable Found before, @Nullable Found after) {

    /** Where it stands in the input; what does not stand there, in what left. */
    Spot spot() {
        Found found = before == null ? after : before;
        if (found == null) {
            throw new IllegalStateException("a passage of nothing");
        }
        return found.spot();
    }

    boolean ofNothing() {
        return before == null && after == null;
    }
}
