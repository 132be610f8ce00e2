package dev.sluice.policy.compare;

import dev.sluice.policy.decision.Reason;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a place by one of two bundles.
 *
 * @param form in words, or null if it stays
 * @param detail what tells the form from the other outcome's, where their words are the same; may follow the form. Of what
 *     stays: why, where that is not for the reason of rules. Else empty
 * @param epochs of keys, the newest first, where the two outcomes differ in them: what stands before each name
 * @param reason why
 * @param terms what the rule that shares it asks, in words; null if it stays
 * @param grounds the legal grounds of all shares by which it leaves, as words of the policy language
 */
public record Outcome(
        @Nullable String form,
        String detail,
        List<String> epochs,
        Reason reason,
        @Nullable String terms,
        SortedSet<String> grounds) {

    public Outcome {
        epochs = List.copyOf(epochs);
        grounds = Collections.unmodifiableSortedSet(new TreeSet<>(grounds));
    }

    public boolean leaves() {
        return form != null;
    }
}
