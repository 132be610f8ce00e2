package dev.sluice.policy.form;

import dev.sluice.policy.field.Form;
import dev.sluice.policy.field.RecordContext;
import dev.sluice.policy.field.Scalar;
import org.jspecify.annotations.Nullable;

/** The partner's handle of the person: made of the resolved customer id, whatever value stands in the field. */
public final class CustomerHandle implements Form {

    /** The domain of all handles. */
    public static final String DOMAIN = "customer";

    private final Epochs<PartnerKey> keys;

    /** @param change what the partner gets while two epochs overlap */
    public CustomerHandle(KeyRing.Key key, KeyChange change, String partner) {
        this.keys = new Epochs<>(key, change, epoch -> new PartnerKey(epoch, partner, DOMAIN));
    }

    @Override
    public @Nullable Scalar apply(Scalar value, RecordContext context) {
        String customer = context.customer();
        String handle = customer == null ? null : PartnerKey.pseudonym(keys, customer, context.instant());
        return handle == null ? null : Scalar.string(handle);
    }

    @Override
    public String name() {
        return "pseudonym";
    }
}
