package dev.sluice.policy.form;

import dev.sluice.policy.field.Form;
import dev.sluice.policy.field.RecordContext;
import dev.sluice.policy.field.Scalar;
import org.jspecify.annotations.Nullable;

/** The first character of an e-mail address and three stars; its domain stays or is three stars too. */
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
        String address = value.text().strip();
        int at = address.lastIndexOf('@');
        if (at < 1 || at == address.length() - 1) {
            return null;
        }
        String first = address.substring(0, address.offsetByCodePoints(0, 1));
        return Scalar.string(first + "***@" + (keepDomain ? address.substring(at + 1) : "***"));
    }

    @Override
    public String name() {
        return "mask_email";
    }
}
