package dev.sluice.policy.model;

import dev.sluice.policy.diagnostic.SourceLocation;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What must be true of a customer, in three values (semantics B3 and C). */
public sealed interface Condition {

    /** The words that conditions begin with; every other word is the name of a fact. */
    List<String> WORDS = List.of(
            "is",
            "consent",
            "age",
            "customer_country",
            "customer_region",
            "customer_state",
            "partner_country",
            "partner_region",
            "transfer_basis",
            "caller_roles",
            "valid",
            "gender",
            "language",
            "attributes",
            "all",
            "any",
            "not");

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

    /** ISO 3166-2 codes such as {@code US-CA}, any of which. */
    record CustomerState(List<Named> anyOf, SourceLocation location) implements Condition {
        public CustomerState {
            anyOf = List.copyOf(anyOf);
        }
    }

    /** Primary subtags of languages such as {@code de}, any of which. */
    record Language(List<Named> anyOf, SourceLocation location) implements Condition {
        public Language {
            anyOf = List.copyOf(anyOf);
        }
    }

    /** Whether all of the partner's countries are among these; unknown if only some are. */
    record PartnerCountry(List<Named> anyOf, SourceLocation location) implements Condition {
        public PartnerCountry {
            anyOf = List.copyOf(anyOf);
        }
    }

    /** Whether all of the partner's countries lie in one of these regions; unknown if only some do. */
    record PartnerRegion(List<Named> anyOf, SourceLocation location) implements Condition {
        public PartnerRegion {
            anyOf = List.copyOf(anyOf);
        }
    }

    /** What the transfer to the partner's countries rests on at the exchange's instant, any of which. */
    record TransferBasis(List<Named> anyOf, SourceLocation location) implements Condition {
        public TransferBasis {
            anyOf = List.copyOf(anyOf);
        }
    }

    /** The roles inside the partner of the person who asks. */
    record CallerRoles(Match match, List<Named> roles, SourceLocation location) implements Condition {
        public CallerRoles {
            roles = List.copyOf(roles);
        }

        /** How many of the roles are wanted. */
        public enum Match {
            ANY_OF,
            ALL_OF,
            NONE_OF
        }
    }

    /** Days in UTC at the exchange's instant, both inclusive. @param from null for ever @param until null for ever */
    record Valid(@Nullable LocalDate from, @Nullable LocalDate until, SourceLocation location) implements Condition {}

    /** One fact of the record or document against a test; of many values, whether some value passes it. */
    record Fact(Named name, ValueTest test, SourceLocation location) implements Condition {}

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
