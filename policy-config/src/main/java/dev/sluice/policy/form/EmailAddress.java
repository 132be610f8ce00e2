package dev.sluice.policy.form;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One plain e-mail address, without a name, brackets or quotes around it. It is personal data, so it never prints
 * itself.
 */
record EmailAddress(String local, String domain) {

    private static final String LABEL = "[\\p{L}\\p{M}\\p{N}]([\\p{L}\\p{M}\\p{N}-]*[\\p{L}\\p{M}\\p{N}])?";
    private static final Pattern DOMAIN = Pattern.compile(LABEL + "(\\." + LABEL + ")*+\\.?");
    private static final Pattern LOCAL = Pattern.compile("[^\\s\\p{Cc}<>,;@]+");

    /** The most characters that an address has (RFC 5321 section 4.5.3.1). */
    private static final int LONGEST = 320;

    /** The address that a text is, or null if it is none, or more than one. */
    static @Nullable EmailAddress read(String text) {
        int at = text.lastIndexOf('@');
        if (at < 1 || text.length() > LONGEST) {
            return null;
        }
        EmailAddress address = new EmailAddress(text.substring(0, at), text.substring(at + 1));
        boolean plain = LOCAL.matcher(address.local).matches()
                && DOMAIN.matcher(address.domain).matches();
        return plain ? address : null;
    }

    @Override
    public String toString() {
        return "EmailAddress";
    }
}
