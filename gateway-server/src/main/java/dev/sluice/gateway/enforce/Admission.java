package dev.sluice.gateway.enforce;

import dev.sluice.gateway.failure.Failure;
import dev.sluice.policy.decision.Disclosure;
import java.util.List;

/** Whether a partner may use a route now, and for which purpose. */
public sealed interface Admission {

    /** It may. */
    record Granted(String purpose, Disclosure disclosure) implements Admission {}

    /**
     * It may not.
     *
     * @param purposes the purposes to choose from where none was said, else empty
     */
    record Refused(Failure failure, List<String> purposes) implements Admission {

        public Refused {
            purposes = List.copyOf(purposes);
        }
    }
}
