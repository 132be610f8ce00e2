package dev.sluice.gateway.shadow;

import dev.sluice.policy.decision.DecisionPoint;
import dev.sluice.policy.decision.DecisionPoint.DisclosureRequest;
import java.util.List;
import java.util.Optional;

/** The live bundle as if its rules in {@code mode: shadow} were in force. */
record RulesInShadow(DecisionPoint live) implements Beside {

    @Override
    public Optional<Side> open(DisclosureRequest request) {
        return live.openShadow(request).map(Side::new);
    }

    @Override
    public List<List<String>> categories(String catalog) {
        return live.categories(catalog);
    }
}
