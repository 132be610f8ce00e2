package dev.sluice.gateway.partner;

import java.util.Collection;
import java.util.Set;

/** Recognises the shop on its own listener by API key. */
public final class ShopAuthenticator {

    private final Set<ApiKeyDigest> digests;

    public ShopAuthenticator(Collection<ApiKeyDigest> digests) {
        this.digests = Set.copyOf(digests);
    }

    /** Whether these credentials are the shop's. */
    public boolean recognises(Credentials credentials) {
        String key = credentials.apiKey();
        return key != null && !key.isEmpty() && digests.contains(ApiKeyDigest.of(key));
    }
}
