package dev.sluice.gateway.shadow;

import dev.sluice.gateway.enforce.Rulebook;
import dev.sluice.gateway.partner.Partner;
import dev.sluice.policy.decision.DecisionPoint.DisclosureRequest;
import dev.sluice.policy.decision.Disclosure;
import dev.sluice.policy.decision.UnknownSubjectException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A bundle that decides beside the live one.
 *
 * @param source where it came from, in the words of who named it
 */
public record Candidate(Rulebook rulebook, String source, Instant since) {

    /** Its side of an exchange, or null if it would let the partner have nothing at all. */
    @Nullable Disclosure open(DisclosureRequest request) {
        Partner partner = rulebook.partners().find(request.partner());
        if (partner == null || !partner.active()) {
            return null;
        }
        try {
            return rulebook.decisions().open(request);
        } catch (UnknownSubjectException e) {
            return null;
        }
    }

    public String version() {
        return rulebook.decisions().version().sources();
    }

    @Override
    public String toString() {
        return "Candidate[" + version() + "]";
    }
}
