package dev.sluice.policy.form;

import dev.sluice.policy.field.Form;
import dev.sluice.policy.field.RecordContext;
import dev.sluice.policy.field.Scalar;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A name that stands for the value with one partner and tells nothing of it. Strings count decoded, numbers by their
 * literal, e-mail addresses trimmed and in lower case.
 */
public final class Pseudonym implements Form {

    private final PartnerKey key;
    private final boolean email;

    /**
     * @param domain what kind of value it is; values of different domains never meet
     * @param email whether the values are e-mail addresses
     */
    public Pseudonym(KeyRing.Key key, String partner, String domain, boolean email) {
        this.key = new PartnerKey(key, partner, domain);
        this.email = email;
    }

    @Override
    public @Nullable Scalar apply(Scalar value, RecordContext context) {
        if (!value.isString() && !value.isNumber()) {
            return null;
        }
        return Scalar.string(key.pseudonym(email ? canonicalEmail(value.text()) : value.text()));
    }

    /** The spelling under which one e-mail address is always the same. */
    public static String canonicalEmail(String address) {
        return address.strip().toLowerCase(Locale.ROOT);
    }

    @Override
    public String name() {
        return "pseudonym";
    }
}
