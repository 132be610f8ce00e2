package dev.sluice.gateway.app;

import dev.sluice.policy.form.KeyRing;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The keys that the gateway's file names. A key's id is the epoch that stands before its pseudonyms. */
public final class ConfiguredKeys implements KeyRing {

    private final Map<String, byte[]> secrets;

    /** @param secrets bytes by key id; owned by the configuration, never changed */
    public ConfiguredKeys(Map<String, byte[]> secrets) {
        this.secrets = Map.copyOf(secrets);
    }

    @Override
    public @Nullable Key key(String id) {
        byte[] secret = secrets.get(id);
        return secret == null ? null : new Key(id, id, secret);
    }

    @Override
    public @Nullable Key only() {
        return secrets.size() == 1 ? key(secrets.keySet().iterator().next()) : null;
    }
}
