package dev.sluice.policy.words;

import dev.sluice.policy.diagnostic.Listing;
import dev.sluice.policy.model.Basis.ConsentRequirement;
import dev.sluice.policy.model.Named;
import java.time.Period;

/** A consent that is asked for: {@code the customer agreed to `marketing.communications.email` by email}. */
final class ConsentWords {

    private ConsentWords() {}

    static String of(ConsentRequirement consent, String policyPurpose, boolean holds) {
        String who = consent.byGuardian() ? "a guardian of the customer " : "the customer ";
        String purpose = purpose(consent, policyPurpose);
        return who + (holds ? "agreed" : "did not agree") + " to "
                + (purpose.isEmpty() ? "the purpose of the request" : "`" + purpose + "`")
                + by(consent) + (consent.doubleOptIn() ? " and confirmed it" : "") + demands(consent);
    }

    private static String demands(ConsentRequirement consent) {
        String wording = consent.wordings().isEmpty() ? "" : " under the text " + Listing.or(consent.wordings());
        String partner = consent.namesPartner() ? " and named the partner" : "";
        Period age = consent.maxAge();
        return wording + partner + (age == null ? "" : " within the last " + age);
    }

    private static String purpose(ConsentRequirement consent, String policyPurpose) {
        Named own = consent.purpose();
        return own == null ? policyPurpose : own.name();
    }

    private static String by(ConsentRequirement consent) {
        Named channel = consent.channel();
        return channel == null ? "" : " by " + channel;
    }
}
