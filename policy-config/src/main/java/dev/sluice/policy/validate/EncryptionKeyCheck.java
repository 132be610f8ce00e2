package dev.sluice.policy.validate;

import dev.sluice.policy.diagnostic.Problems;
import dev.sluice.policy.form.EncryptionKey;
import dev.sluice.policy.form.EncryptionKey.UnusableKeyException;
import dev.sluice.policy.model.Bundle;
import dev.sluice.policy.model.Partner;

/** A partner's encryption key is a public key that can be encrypted to. */
final class EncryptionKeyCheck implements BundleCheck {

    @Override
    public void check(Bundle bundle, Problems problems) {
        for (Partner partner : bundle.partners()) {
            Partner.Encryption key = partner.encryption();
            if (key != null) {
                check(key, problems);
            }
        }
    }

    private static void check(Partner.Encryption key, Problems problems) {
        try {
            if (key.pem()) {
                EncryptionKey.ofPem(key.text());
            } else {
                EncryptionKey.ofJwk(key.text());
            }
        } catch (UnusableKeyException e) {
            problems.error(
                    "unusable-encryption-key",
                    key.location(),
                    "the encryption key " + e.getMessage()
                            + " (expected: a public key, RSA of at least 2048 bits or on the curve P-256, P-384 or P-521)",
                    null);
        }
    }
}
