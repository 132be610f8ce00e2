package dev.sluice.policy.model;

import dev.sluice.policy.diagnostic.Listing;
import dev.sluice.policy.diagnostic.SourceLocation;
import dev.sluice.policy.vocabulary.Purposes;
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
     * As a clause that may follow <i>if</i>, or as the ground itself where nothing is asked. @param purpose the
     * policy's
     */
    String clause(String purpose);

    /** Whether it asks anything of the customer. */
    boolean asksCustomer();

    /**
     * Whether an objection to the request's purpose, or an unclear word about it, stops it; consent is a gate of its
     * own.
     */
    default boolean stopsAtObjection() {
        return false;
    }

    /** Whether data for a purpose seldom rests on it. */
    default boolean doubtfulFor(String purpose) {
        return false;
    }

    /** Consent, which is itself the gate. */
    record OfConsent(ConsentRequirement consent, SourceLocation location) implements Basis {

        @Override
        public String clause(String purpose) {
            return consent.clause(purpose, true);
        }

        @Override
        public boolean asksCustomer() {
            return true;
        }
    }

    /** Performance of a contract with the customer. */
    record Contract(SourceLocation location) implements Basis {

        private static final List<String> DOUBTFUL = List.of("marketing", "third_party_sharing", "personalize");

        @Override
        public String clause(String purpose) {
            return "a contract with the customer needs it";
        }

        @Override
        public boolean asksCustomer() {
            return false;
        }

        /** Marketing, sharing with third parties and personalisation are seldom what a contract needs (semantics B6). */
        @Override
        public boolean doubtfulFor(String purpose) {
            return DOUBTFUL.stream().anyMatch(doubtful -> Purposes.covers(doubtful, purpose));
        }
    }

    /** A duty that the law lays on the shop. */
    record LegalObligation(SourceLocation location) implements Basis {

        @Override
        public String clause(String purpose) {
            return "the law demands it";
        }

        @Override
        public boolean asksCustomer() {
            return false;
        }
    }

    /** The shop's or another's legitimate interest, as long as nobody objected to the request's purpose. */
    record LegitimateInterest(SourceLocation location) implements Basis {

        @Override
        public String clause(String purpose) {
            return "there is a legitimate interest and the customer does not object";
        }

        @Override
        public boolean asksCustomer() {
            return true;
        }

        @Override
        public boolean stopsAtObjection() {
            return true;
        }
    }

    /** Advertising to one's own customers, as long as nobody objected to the request's purpose. */
    record SoftOptIn(SourceLocation location) implements Basis {

        @Override
        public String clause(String purpose) {
            return "the customer bought here before and does not object";
        }

        @Override
        public boolean asksCustomer() {
            return true;
        }

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

        /** {@code the customer agreed to `marketing.communications.email` by email}. @param holds or else its opposite */
        public String clause(String policyPurpose, boolean holds) {
            String who = byGuardian ? "a guardian of the customer " : "the customer ";
            String what = purpose == null ? policyPurpose : purpose.name();
            return who + (holds ? "agreed" : "did not agree") + " to "
                    + (what.isEmpty() ? "the purpose of the request" : "`" + what + "`")
                    + (channel == null ? "" : " by " + channel)
                    + (doubleOptIn ? " and confirmed it" : "")
                    + (wordings.isEmpty() ? "" : " under the text " + Listing.or(wordings))
                    + (namesPartner ? " and named the partner" : "")
                    + (maxAge == null ? "" : " within the last " + maxAge);
        }
    }
}
