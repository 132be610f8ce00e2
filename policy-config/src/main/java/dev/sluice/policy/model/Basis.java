package dev.sluice.policy.model;

import dev.sluice.policy.diagnostic.SourceLocation;
import org.jspecify.annotations.Nullable;

/** The legal ground of a share (GDPR Art. 6). */
public sealed interface Basis {

    SourceLocation location();

    /** Consent, which is itself the gate. */
    record OfConsent(ConsentRequirement consent, SourceLocation location) implements Basis {}

    /** Performance of a contract with the customer. */
    record Contract(SourceLocation location) implements Basis {}

    /** A duty that the law lays on the shop. */
    record LegalObligation(SourceLocation location) implements Basis {}

    /**
     * What must have been agreed to.
     *
     * @param purpose null for the policy's own
     * @param channel null for a consent that names none
     * @param doubleOptIn whether only a confirmed consent counts
     */
    record ConsentRequirement(
            @Nullable Named purpose, @Nullable Named channel, boolean doubleOptIn) {}
}
