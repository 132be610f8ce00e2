package dev.sluice.policy.model;

import dev.sluice.policy.diagnostic.SourceLocation;
import java.util.List;
import java.util.Optional;

/**
 * What must be true of a customer, in three values (semantics B3 and C): consent, what joins conditions, and the leaves
 * that they join. A new kind of condition is a leaf.
 */
public sealed interface Condition {

    SourceLocation location();

    /** The conditions that it joins. */
    default List<Condition> parts() {
        return List.of();
    }

    /** Whether it joins no others. */
    default boolean single() {
        return !(this instanceof All || this instanceof Any || this instanceof Not);
    }

    /** One condition for several that must all be true; none for none. */
    static Optional<Condition> all(List<Condition> of, SourceLocation location) {
        return of.size() < 2 ? of.stream().findFirst() : Optional.of(new All(of, location));
    }

    record All(List<Condition> of, SourceLocation location) implements Condition {
        public All {
            of = List.copyOf(of);
        }

        @Override
        public List<Condition> parts() {
            return of;
        }
    }

    record Any(List<Condition> of, SourceLocation location) implements Condition {
        public Any {
            of = List.copyOf(of);
        }

        @Override
        public List<Condition> parts() {
            return of;
        }
    }

    record Not(Condition of, SourceLocation location) implements Condition {

        @Override
        public List<Condition> parts() {
            return List.of(of);
        }
    }

    /** {@code consent: { purpose: …, channel: … }}. */
    record Consent(Basis.ConsentRequirement consent, SourceLocation location) implements Condition {}

    /** A condition that asks one thing. */
    non-sealed interface Leaf extends Condition {}
}
