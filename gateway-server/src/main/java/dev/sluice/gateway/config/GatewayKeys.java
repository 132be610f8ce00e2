package dev.sluice.gateway.config;

import dev.sluice.policy.form.KeyRing;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The keys that the gateway's file names; a key's id is the epoch that stands before its pseudonyms. */
public final class GatewayKeys implements KeyRing {

    private final Map<String, Key> keys = new HashMap<>();

    public GatewayKeys(Map<String, byte[]> secrets) {
        secrets.forEach((id, secret) -> keys.put(id, new Key(id, id, secret.clone())));
    }

    @Override
    public @Nullable Key key(String id) {
        return keys.get(id);
    }

    @Override
    public @Nullable Key only() {
        return keys.size() == 1 ? keys.values().iterator().next() : null;
    }

    @Override
    public String toString() {
        return "GatewayKeys[" + keys.size() + "]";
    }
}
