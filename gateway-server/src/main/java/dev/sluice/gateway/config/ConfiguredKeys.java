package dev.sluice.gateway.config;

import dev.sluice.policy.form.KeyRing;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The keys that the gateway's file names. Never prints them. */
public final class ConfiguredKeys implements KeyRing {

    private final Map<String, Key> keys;
    private final String file;

    /** @param file where they are declared */
    public ConfiguredKeys(Map<String, Key> keys, String file) {
        this.keys = Map.copyOf(keys);
        this.file = file;
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
    public Collection<String> ids() {
        return keys.keySet();
    }

    @Override
    public String declared() {
        return "`keys` of `" + file + "`";
    }

    @Override
    public String toString() {
        return "ConfiguredKeys[" + keys.size() + "]";
    }
}
