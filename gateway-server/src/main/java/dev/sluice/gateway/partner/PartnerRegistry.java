package dev.sluice.gateway.partner;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The partners of one bundle and the ways to recognise them. Immutable. */
public final class PartnerRegistry {

    private final Map<String, Partner> byId = new LinkedHashMap<>();
    private final List<PartnerAuthenticator> authenticators;

    public PartnerRegistry(Collection<Partner> partners) {
        partners.forEach(partner -> byId.put(partner.id(), partner));
        this.authenticators = List.of(new ApiKeyAuthenticator(partners));
    }

    public @Nullable Partner find(String id) {
        return byId.get(id);
    }

    /** The partner that these credentials prove, or null. */
    public @Nullable Partner recognise(Credentials credentials) {
        for (PartnerAuthenticator authenticator : authenticators) {
            Partner partner = authenticator.authenticate(credentials);
            if (partner != null) {
                return partner;
            }
        }
        return null;
    }
}
