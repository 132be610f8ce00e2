package dev.sluice.policy.model;

import dev.sluice.policy.diagnostic.SourceLocation;
import java.util.List;

/** What must be true of a customer, in three values (semantics B3 and C). */
public sealed interface Condition {

    SourceLocation location();

    record All(List<Condition> of, SourceLocation location) implements Condition {
        public All {
            of = List.copyOf(of);
        }
    }

    record Any(List<Condition> of, SourceLocation location) implements Condition {
        public Any {
            of = List.copyOf(of);
        }
    }

    record Not(Condition of, SourceLocation location) implements Condition {}

    /** {@code consent: { purpose: …, channel: … }}. */
    record Consent(Basis.ConsentRequirement consent, SourceLocation location) implements Condition {}

    /** {@code age: { at_least: 18 }}. */
    record Age(boolean atLeast, AgeBound bound, SourceLocation location) implements Condition {}

    /** ISO 3166-1 alpha-2 codes, any of which. */
    record CustomerCountry(List<Named> anyOf, SourceLocation location) implements Condition {
        public CustomerCountry {
            anyOf = List.copyOf(anyOf);
        }
    }

    /** Regions by name ({@code EU}, {@code EEA}, …), any of which. */
    record CustomerRegion(List<Named> anyOf, SourceLocation location) implements Condition {
        public CustomerRegion {
            anyOf = List.copyOf(anyOf);
        }
    }

    /** {@code male}, {@code female}, {@code other}, any of which. */
    record Gender(List<Named> anyOf, SourceLocation location) implements Condition {
        public Gender {
            anyOf = List.copyOf(anyOf);
        }
    }

    /** One attribute of the customer against a test of its value. */
    record Attribute(Named name, ValueTest test, SourceLocation location) implements Condition {}

    /** A bound on age. */
    sealed interface AgeBound {
        record Years(int years) implements AgeBound {}

        /** GDPR Art. 8 where the customer lives. */
        record DigitalConsent() implements AgeBound {}

        /** Full age where the customer lives. */
        record Majority() implements AgeBound {}
    }

    /** A test of one value. */
    sealed interface ValueTest {
        record AnyOf(List<FactValue> values) implements ValueTest {
            public AnyOf {
                values = List.copyOf(values);
            }
        }

        record NoneOf(List<FactValue> values) implements ValueTest {
            public NoneOf {
                values = List.copyOf(values);
            }
        }

        /** Numbers only. @param number a decimal literal */
        record AtLeast(String number) implements ValueTest {}

        /** Numbers only. @param number a decimal literal */
        record Below(String number) implements ValueTest {}
    }
}
