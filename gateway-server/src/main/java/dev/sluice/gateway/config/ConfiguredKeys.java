package dev.sluice.gateway.config;

import dev.sluice.policy.form.KeyRing;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The keys that the gateway's file names. Never prints them. */
public final class ConfiguredKeys implements KeyRing {

    private final Map<String, Key> keys;
    private final String file;
    private final Set<Path> files;
    private final Supplier<Optional<ConfiguredKeys>> again;

    /** Keys that never change. @param file where they are declared */
    public ConfiguredKeys(Map<String, Key> keys, String file) {
        this(keys, file, Set.of(), Optional::empty);
    }

    /** @param files where their secrets stand @param again reads them anew, if all of them are usable */
    ConfiguredKeys(Map<String, Key> keys, String file, Set<Path> files, Supplier<Optional<ConfiguredKeys>> again) {
        this.keys = Map.copyOf(keys);
        this.file = file;
        this.files = Set.copyOf(files);
        this.again = again;
    }

    /** The files that their secrets stand in. */
    public Set<Path> files() {
        return files;
    }

    /** The same keys with what their files hold now, or nothing if one of the files is no longer a key. */
    public Optional<ConfiguredKeys> again() {
        return again.get();
    }

    @Override
    public @Nullable Key key(String id) {
        return keys.get(id);
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
