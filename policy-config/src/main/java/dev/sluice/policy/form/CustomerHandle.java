package dev.sluice.policy.form;

import dev.sluice.policy.field.Form;
import dev.sluice.policy.field.RecordContext;
import dev.sluice.policy.field.Scalar;
import org.jspecify.annotations.Nullable;

/** The partner's handle of the person: made of the resolved customer id, whatever value stands in the field. */
public final class CustomerHandle implements Form {

    /** The domain of all handles. */
    public static final String DOMAIN = "customer";

    private final PartnerKey key;

    public CustomerHandle(KeyRing.Key key, String partner) {
        this.key = new PartnerKey(key, partner, DOMAIN);
    }

    @Override
    public @Nullable Scalar apply(Scalar value, RecordContext context) {
        String customer = context.customer();
        return customer == null ? null : Scalar.string(key.pseudonym(customer));
    }

    @Override
    public String name() {
        return "pseudonym";
    }
}
