package dev.sluice.policy.evaluate;

import dev.sluice.policy.decision.Ternary;
import org.jspecify.annotations.Nullable;

/** What stands before a share or behind a cut, as a yes or no: the one place where three values become two. */
@FunctionalInterface
public interface Gate {

    /** No gate: always open. */
    int NONE = -1;

    boolean open(Person person);

    /** A share needs its condition to be definitely true. */
    static Gate requires(Check check) {
        return person -> check.on(person) == Ternary.TRUE;
    }

    /** A protect or forbid holds unless its condition is definitely false or what frees from it is definitely true. */
    static Gate holds(@Nullable Check when, @Nullable Check unless) {
        return person -> (when == null || when.on(person) != Ternary.FALSE)
                && (unless == null || unless.on(person) != Ternary.TRUE);
    }
}
