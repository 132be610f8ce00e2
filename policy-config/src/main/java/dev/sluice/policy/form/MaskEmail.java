package dev.sluice.policy.form;

import dev.sluice.policy.field.Form;
import dev.sluice.policy.field.RecordContext;
import dev.sluice.policy.field.Scalar;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The first character of an e-mail address and three stars; its domain stays or is three stars too. What is no
 * address, or more than one, cannot be masked: behind its last `@` could stand anything.
 */
public final class MaskEmail implements Form {

    private static final String LABEL = "[\\p{L}\\p{M}\\p{N}]([\\p{L}\\p{M}\\p{N}-]*[\\p{L}\\p{M}\\p{N}])?";
    private static final Pattern DOMAIN = Pattern.compile(LABEL + "(\\." + LABEL + ")*+\\.?");
    private static final Pattern LOCAL = Pattern.compile("[^\\s\\p{Cc}<>,;@]+");

    /** The most characters that an address has (RFC 5321 section 4.5.3.1). */
    private static final int LONGEST = 320;

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
        if (at < 1 || address.length() > LONGEST) {
            return null;
        }
        if (!LOCAL.matcher(address.substring(0, at)).matches()
                || !DOMAIN.matcher(address.substring(at + 1)).matches()) {
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
