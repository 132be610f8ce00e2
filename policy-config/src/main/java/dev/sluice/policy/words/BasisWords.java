package dev.sluice.policy.words;

import dev.sluice.policy.model.Basis;

/** A legal ground as a clause that may follow <i>if</i>, or as the ground itself where nothing is asked of the customer. */
public final class BasisWords {

    private BasisWords() {}

    /** @param purpose of the policy */
    public static String of(Basis basis, String purpose) {
        if (basis instanceof Basis.OfConsent consent) {
            return ConsentWords.of(consent.consent(), purpose, true);
        }
        if (basis instanceof Basis.Contract) {
            return "a contract with the customer needs it";
        }
        if (basis instanceof Basis.LegalObligation) {
            return "the law demands it";
        }
        if (basis instanceof Basis.LegitimateInterest) {
            return "there is a legitimate interest and the customer does not object";
        }
        if (basis instanceof Basis.SoftOptIn) {
            return "the customer bought here before and does not object";
        }
        throw new IllegalArgumentException("no words for " + basis.getClass().getSimpleName());
    }

    /** Whether it asks anything of the customer. */
    public static boolean asks(Basis basis) {
        return !(basis instanceof Basis.Contract || basis instanceof Basis.LegalObligation);
    }
}
