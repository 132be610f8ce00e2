package dev.sluice.gateway.shadow;

import dev.sluice.policy.decision.DecisionPoint.DisclosureRequest;
import dev.sluice.policy.decision.Disclosure;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Something that decides beside the live bundle. */
interface Beside {

    /** @param disclosure null where it would let the partner have nothing at all */
    record Side(@Nullable Disclosure disclosure) {}

    /** Its side of an exchange; nothing where it cannot differ. */
    Optional<Side> open(DisclosureRequest request);

    /** The categories of a catalog of its own, by node. */
    List<List<String>> categories(String catalog);
}
