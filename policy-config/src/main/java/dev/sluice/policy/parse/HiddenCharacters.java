package dev.sluice.policy.parse;

import dev.sluice.policy.diagnostic.Problems;
import dev.sluice.policy.diagnostic.VisibleText;
import dev.sluice.policy.yaml.YamlScalar;
import java.util.OptionalInt;

/** Refuses values that hold what no reader sees: they would be compared with facts, and never be equal. */
final class HiddenCharacters {

    private final Problems problems;

    HiddenCharacters(Problems problems) {
        this.problems = problems;
    }

    /** Whether all of the value can be seen; if not, that is a problem. */
    boolean none(YamlScalar value) {
        OptionalInt hidden = VisibleText.firstHidden(value.text());
        if (hidden.isEmpty()) {
            return true;
        }
        problems.error(
                "hidden-character",
                value.location(),
                String.format(
                        "the value `%s` holds U+%04X (expected: only what can be seen, and plain spaces)",
                        VisibleText.of(value.text()), hidden.getAsInt()),
                "write the value anew: copied text often brings such characters along");
        return false;
    }
}
