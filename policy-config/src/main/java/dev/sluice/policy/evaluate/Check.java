package dev.sluice.policy.evaluate;

import dev.sluice.policy.decision.Ternary;

/** A compiled condition: asks a person's facts. Immutable, safe for any number of threads. */
@FunctionalInterface
public interface Check {

    Ternary on(Person person);
}
