package dev.sluice.policy.words;

import dev.sluice.policy.model.Basis.ConsentRequirement;
import dev.sluice.policy.model.Named;

/** A consent that is asked for: {@code the customer agreed to `marketing.communications.email` by email}. */
final class ConsentWords {

    private ConsentWords() {}

    static String of(ConsentRequirement consent, String policyPurpose, boolean holds) {
        String purpose = purpose(consent, policyPurpose);
        return "the customer " + (holds ? "agreed" : "did not agree") + " to "
                + (purpose.isEmpty() ? "the purpose of the request" : "`" + purpose + "`")
                + by(consent) + (consent.doubleOptIn() ? " and confirmed it" : "");
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
