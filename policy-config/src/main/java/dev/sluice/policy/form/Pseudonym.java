package dev.sluice.policy.form;

import dev.sluice.policy.field.Form;
import dev.sluice.policy.field.RecordContext;
import dev.sluice.policy.field.Scalar;
import dev.sluice.policy.vocabulary.EmailSpelling;
import org.jspecify.annotations.Nullable;

/**
 * A name that stands for the value with one partner and tells nothing of it. Strings count decoded, numbers by their
 * literal, e-mail addresses trimmed and in lower case.
 */
public final class Pseudonym implements Form {

    private final Epochs<PartnerKey> keys;
    private final boolean email;

    /**
     * @param change what the partner gets while two epochs overlap
     * @param domain what kind of value it is; values of different domains never meet
     * @param email whether the values are e-mail addresses
     */
    public Pseudonym(KeyRing.Key key, KeyChange change, String partner, String domain, boolean email) {
        this.keys = new Epochs<>(key, change, epoch -> new PartnerKey(epoch, partner, domain));
        this.email = email;
    }

    @Override
    public @Nullable Scalar apply(Scalar value, RecordContext context) {
        if (!value.isString() && !value.isNumber()) {
            return null;
        }
        String canonical = email ? EmailSpelling.canonical(value.text()) : value.text();
        String pseudonym = PartnerKey.pseudonym(keys, canonical, context.instant());
        return pseudonym == null ? null : Scalar.string(pseudonym);
    }

    @Override
    public String name() {
        return "pseudonym";
    }
}
