package dev.sluice.policy.condition;

import dev.sluice.policy.evaluate.Check;
import dev.sluice.policy.evaluate.Checks;

/** A check. @param key equal for checks that always answer the same */
public record KeyedCheck(Check check, String key) {

    public KeyedCheck not() {
        return new KeyedCheck(Checks.not(check), "not " + key);
    }
}
