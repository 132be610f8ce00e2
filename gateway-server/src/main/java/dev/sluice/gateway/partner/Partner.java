package dev.sluice.gateway.partner;

import java.util.List;

/**
 * A partner as the gateway meets it.
 *
 * @param id its id in the bundle
 * @param active whether it is served at all
 * @param purposes what it may ask for
 * @param apiKeys digests of the keys that it may show
 */
public record Partner(String id, boolean active, List<String> purposes, List<ApiKeyDigest> apiKeys) {

    public Partner {
        purposes = List.copyOf(purposes);
        apiKeys = List.copyOf(apiKeys);
    }
}
