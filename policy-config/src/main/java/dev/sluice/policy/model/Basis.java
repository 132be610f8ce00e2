package dev.sluice.policy.model;

import dev.sluice.policy.diagnostic.SourceLocation;
import java.time.Period;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The legal ground of a share (GDPR Art. 6). */
public sealed interface Basis {

    SourceLocation location();

    /** The word of the policy language. */
    default String word() {
        return TypeWord.of(getClass()).replaceFirst("^of_", "");
    }

    /**
     * Whether an objection to the request's purpose, or an unclear word about it, stops it; consent is a gate of its
     * own.
     */
    boolean stopsAtObjection();

    /** Consent, which is itself the gate. */
    record OfConsent(ConsentRequirement consent, SourceLocation location) implements Basis {

        @Override
        public boolean stopsAtObjection() {
            return false;
        }
    }

    /** Performance of a contract with the customer. */
    record Contract(SourceLocation location) implements Basis {

        @Override
        public boolean stopsAtObjection() {
            return false;
        }
    }

    /** A duty that the law lays on the shop. */
    record LegalObligation(SourceLocation location) implements Basis {

        @Override
        public boolean stopsAtObjection() {
            return false;
        }
    }

    /** The shop's or another's legitimate interest, as long as nobody objected to the request's purpose. */
    record LegitimateInterest(SourceLocation location) implements Basis {

        @Override
        public boolean stopsAtObjection() {
            return true;
        }
    }

    /** Advertising to one's own customers, as long as nobody objected to the request's purpose. */
    record SoftOptIn(SourceLocation location) implements Basis {

        @Override
        public boolean stopsAtObjection() {
            return true;
        }
    }

    /**
     * What must have been agreed to.
     *
     * @param purpose null for the policy's own
     * @param channel null for a consent that names none
     * @param doubleOptIn whether only a confirmed consent counts
     * @param wordings under which of these texts it was given; empty for any
     * @param namesPartner whether it must name the partner itself
     * @param maxAge how long ago it may have been given; null for ever
     * @param byGuardian whether only the word of a guardian counts
     */
    record ConsentRequirement(
            @Nullable Named purpose,
            @Nullable Named channel,
            boolean doubleOptIn,
            List<Named> wordings,
            boolean namesPartner,
            @Nullable Period maxAge,
            boolean byGuardian) {

        public ConsentRequirement {
            wordings = List.copyOf(wordings);
        }

        /** Asks for nothing but a yes. */
        public static ConsentRequirement any() {
            return new ConsentRequirement(null, null, false, List.of(), false, null, false);
        }
    }
}
