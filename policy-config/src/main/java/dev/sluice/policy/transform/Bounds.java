package dev.sluice.policy.transform;

import dev.sluice.policy.diagnostic.Problems;
import dev.sluice.policy.diagnostic.SourceLocation;

/** What is said of bounds between which a form makes ranges. */
final class Bounds {

    /** The most characters of a number that is written down. */
    static final int MOST_DIGITS = 30;

    private Bounds() {}

    static void notAscending(FormWord form, SourceLocation location, Problems problems) {
        problems.error(
                "wrong-value",
                location,
                "the bounds of `" + form.word()
                        + "` are not ascending (expected: at least one, each above the one before)",
                "for example " + form.example());
    }
}
