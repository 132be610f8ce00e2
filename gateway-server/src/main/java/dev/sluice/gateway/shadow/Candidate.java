package dev.sluice.gateway.shadow;

import dev.sluice.gateway.enforce.Rulebook;
import dev.sluice.gateway.partner.Partner;
import dev.sluice.policy.decision.DecisionPoint.DisclosureRequest;
import dev.sluice.policy.decision.UnknownSubjectException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A bundle that decides beside the live one.
 *
 * @param source where it came from, in the words of who named it
 */
public record Candidate(Rulebook rulebook, String source, Instant since) implements Beside {

    @Override
    public Optional<Side> open(DisclosureRequest request) {
        Partner partner = rulebook.partners().find(request.partner());
        if (partner == null || !partner.active()) {
            return Optional.of(new Side(null));
        }
        try {
            return Optional.of(new Side(rulebook.decisions().open(request)));
        } catch (UnknownSubjectException e) {
            return Optional.of(new Side(null));
        }
    }

    @Override
    public List<List<String>> categories(String catalog) {
        return rulebook.decisions().categories(catalog);
    }

    public String version() {
        return rulebook.decisions().version().sources();
    }

    @Override
    public String toString() {
        return "Candidate[" + version() + "]";
    }
}
