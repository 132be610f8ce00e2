package dev.sluice.policy.vocabulary;

import java.util.Locale;

/** How an e-mail address is spelt where it is an id: one person has one handle, however a form was filled in. */
public final class EmailSpelling {

    private EmailSpelling() {}

    /** The spelling under which one e-mail address is always the same. */
    public static String canonical(String address) {
        return address.strip().toLowerCase(Locale.ROOT);
    }
}
