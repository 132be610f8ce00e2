package dev.sluice.gateway.config;

import java.util.List;

/**
 * The shop's listener and how the shop is recognised there.
 *
 * @param apiKeys hex SHA-256 digests of the keys that the shop may show, at least one
 */
public record ShopListenerConfig(ListenerConfig listener, List<String> apiKeys) {

    public ShopListenerConfig {
        apiKeys = List.copyOf(apiKeys);
    }
}
