package dev.sluice.policy.words;

import dev.sluice.policy.model.Condition;
import org.jspecify.annotations.Nullable;

/** When a protect or forbid holds: always, or as long as it is not certain that it does not. */
public final class CutWords {

    private CutWords() {}

    /** A clause that may follow <i>holds</i>: {@code unless it is certain that …}. @param purpose of the policy */
    public static String holds(@Nullable Condition when, @Nullable Condition unless, String purpose) {
        if (when == null && unless == null) {
            return "always";
        }
        String frees = unless == null ? "" : ConditionWords.of(unless, purpose);
        if (when == null) {
            return "unless it is certain that " + frees;
        }
        String free = ConditionWords.not(when, purpose);
        return "unless it is certain that " + free + (frees.isEmpty() ? "" : ", or that " + frees);
    }
}
