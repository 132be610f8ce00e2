package dev.sluice.gateway.config;

import dev.sluice.policy.form.KeyRing;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The keys of a running gateway: read anew from their files whenever a bundle is compiled. Where one of the files is no
 * longer a key, all stay as they were.
 */
public final class WatchedKeys implements Supplier<KeyRing> {

    private volatile ConfiguredKeys keys;
    private volatile boolean unusable;

    public WatchedKeys(ConfiguredKeys keys) {
        this.keys = keys;
    }

    /** The files to watch. */
    public Set<Path> files() {
        return keys.files();
    }

    /** Whether the files were not usable when they were read last. */
    public boolean unusable() {
        return unusable;
    }

    @Override
    public KeyRing get() {
        if (!keys.files().isEmpty()) {
            Optional<ConfiguredKeys> again = keys.again();
            unusable = again.isEmpty();
            keys = again.orElse(keys);
        }
        return keys;
    }
}
