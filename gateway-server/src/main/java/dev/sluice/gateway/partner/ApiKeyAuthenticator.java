package dev.sluice.gateway.partner;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Recognises partners by API key. The lookup goes by the digest of what was shown, which nobody can steer towards a
 * stored one, and ends in a comparison in constant time.
 */
public final class ApiKeyAuthenticator implements PartnerAuthenticator {

    private static final int LONGEST_KEY = 512;

    private final Map<ApiKeyDigest, Partner> byDigest = new HashMap<>();

    /** Throws {@link IllegalArgumentException} if two partners have one key. */
    public ApiKeyAuthenticator(Collection<Partner> partners) {
        for (Partner partner : partners) {
            for (ApiKeyDigest digest : partner.apiKeys()) {
                Partner other = byDigest.put(digest, partner);
                if (other != null && !other.id().equals(partner.id())) {
                    throw new IllegalArgumentException(
                            "partners `" + other.id() + "` and `" + partner.id() + "` have the same API key");
                }
            }
        }
    }

    @Override
    public @Nullable Partner authenticate(Credentials credentials) {
        String key = credentials.apiKey();
        if (key == null || key.isEmpty() || key.length() > LONGEST_KEY) {
            return null;
        }
        return byDigest.get(ApiKeyDigest.of(key));
    }
}
