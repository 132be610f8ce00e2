package dev.sluice.policy.form;

import dev.sluice.policy.field.Form;
import dev.sluice.policy.field.RecordContext;
import dev.sluice.policy.field.Scalar;
import org.jspecify.annotations.Nullable;

/**
 * The first character of an e-mail address and three stars; its domain stays or is three stars too. What is no
 * address, or more than one, cannot be masked: behind its last `@` could stand anything.
 */
public final class MaskEmail implements Form {

    private final boolean keepDomain;

    public MaskEmail(boolean keepDomain) {
        this.keepDomain = keepDomain;
    }

    @Override
    public @Nullable Scalar apply(Scalar value, RecordContext context) {
        if (!value.isString()) {
            return null;
        }
        EmailAddress address = EmailAddress.read(value.text().strip());
        if (address == null) {
            return null;
        }
        String local = address.local();
        String first = local.substring(0, local.offsetByCodePoints(0, 1));
        return Scalar.string(first + "***@" + (keepDomain ? address.domain() : "***"));
    }

    @Override
    public String name() {
        return "mask_email";
    }
}
