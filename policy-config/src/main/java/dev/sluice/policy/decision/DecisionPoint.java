package dev.sluice.policy.decision;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The policy decision point: one bundle, compiled. Immutable; an exchange takes it once and keeps it, so that a
 * reload never
 * changes the rules in the middle of an answer (semantics B13).
 */
public interface DecisionPoint {

    PolicyVersion version();

    /**
     * Opens what one exchange may disclose: one partner, one purpose, one catalog, at one pinned instant.
     *
     * @throws UnknownSubjectException if the bundle has no such partner, purpose or catalog
     */
    Disclosure open(DisclosureRequest request);

    /**
     * Opens the same with a class of its own for each catalogued place, so that a report can say of each why it
     * stays. Slower to
     * walk; what leaves is the same.
     *
     * @throws UnknownSubjectException if the bundle has no such partner, purpose or catalog
     */
    Disclosure openDetailed(DisclosureRequest request);

    /**
     * Opens the same in detail, and remembers what every rule said of every record.
     *
     * @throws UnknownSubjectException if the bundle has no such partner, purpose or catalog
     */
    TracedDisclosure openTraced(DisclosureRequest request);

    /**
     * Which rules speak of which places, whatever the customer.
     *
     * @throws UnknownSubjectException if the bundle has no such partner, purpose or catalog
     */
    RuleMap rules(String partner, String purpose, String catalog);

    /** A disclosure and what its rules said. */
    record TracedDisclosure(Disclosure disclosure, RuleTrace trace) {}

    /**
     * What a catalog says stands at each node of its tree, by the node's index: its categories, none where nothing is
     * catalogued.
     *
     * @throws UnknownSubjectException if the bundle has no such catalog
     */
    List<List<String>> categories(String catalog);

    /**
     * Opens the same as if the rules in shadow were live, to tell what they would change; its plan is over the same tree.
     * Nothing if none of them would bind.
     *
     * @throws UnknownSubjectException if the bundle has no such partner, purpose or catalog
     */
    default Optional<Disclosure> openShadow(DisclosureRequest request) {
        return Optional.empty();
    }

    /**
     * Who asks for what: ids of the bundle, and the instant that {@code valid}, {@code until} and ages are judged at.
     *
     * @param callerRoles the roles inside the partner of the person who asks; null where nobody says
     * @param known what is on record of customers beside the documents
     */
    record DisclosureRequest(
            String partner,
            String purpose,
            String catalog,
            Instant instant,
            @Nullable Set<String> callerRoles,
            KnownCustomers known) {

        public DisclosureRequest {
            callerRoles = callerRoles == null ? null : Set.copyOf(callerRoles);
        }

        /** A request that says nothing of the person who asks. */
        public DisclosureRequest(String partner, String purpose, String catalog, Instant instant) {
            this(partner, purpose, catalog, instant, null);
        }

        /** A request for customers of whom nothing is on record beside the documents. */
        public DisclosureRequest(
                String partner, String purpose, String catalog, Instant instant, @Nullable Set<String> callerRoles) {
            this(partner, purpose, catalog, instant, callerRoles, KnownCustomers.NOBODY);
        }
    }
}
