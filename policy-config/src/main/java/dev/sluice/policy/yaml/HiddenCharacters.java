package dev.sluice.policy.yaml;

import dev.sluice.policy.diagnostic.Problems;
import dev.sluice.policy.diagnostic.VisibleText;
import java.util.OptionalInt;

/** Refuses what no reader sees: it would be compared with facts and words, and never be equal, or leave unnoticed. */
public final class HiddenCharacters {

    private final Problems problems;

    public HiddenCharacters(Problems problems) {
        this.problems = problems;
    }

    /** Whether all of a key or value can be seen; if not, that is a problem. */
    public boolean none(YamlScalar scalar) {
        OptionalInt hidden = VisibleText.firstHidden(scalar.text());
        if (hidden.isEmpty()) {
            return true;
        }
        problems.error(
                "hidden-character",
                scalar.location(),
                String.format(
                        "`%s` holds U+%04X (expected: only what can be seen, and plain spaces)",
                        VisibleText.of(scalar.text()), hidden.getAsInt()),
                "write it anew: copied text often brings such characters along");
        return false;
    }
}
