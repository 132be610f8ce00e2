package dev.sluice.gateway.partner;

import org.jspecify.annotations.Nullable;

/** One way to recognise a partner. Safe for any number of threads. */
public interface PartnerAuthenticator {

    /** The partner that these credentials prove, or null. */
    @Nullable Partner authenticate(Credentials credentials);
}
