package dev.sluice.gateway.config;

import dev.sluice.policy.diagnostic.InvalidBundleException;
import dev.sluice.policy.form.KeyRing;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The keys that the gateway's file names. Never prints them. */
public final class ConfiguredKeys implements KeyRing {

    private final Map<String, Key> keys;
    private final String file;
    private final Set<Path> files;
    private final Again again;

    /** Keys that never change. @param file where they are declared */
    public ConfiguredKeys(Map<String, Key> keys, String file) {
        this(keys, file, Set.of(), () -> new ConfiguredKeys(keys, file));
    }

    /** Reads the same keys with what their files hold now. */
    @FunctionalInterface
    interface Again {
        ConfiguredKeys read() throws InvalidBundleException;
    }

    /** @param files where their secrets stand @param again reads them anew */
    ConfiguredKeys(Map<String, Key> keys, String file, Set<Path> files, Again again) {
        this.keys = Map.copyOf(keys);
        this.file = file;
        this.files = Set.copyOf(files);
        this.again = again;
    }

    /** The files that their secrets stand in. */
    public Set<Path> files() {
        return files;
    }

    /**
     * The same keys with what their files hold now.
     *
     * @throws InvalidBundleException if one of the files is no longer a key
     */
    ConfiguredKeys again() throws InvalidBundleException {
        return again.read();
    }

    /** The ids of the keys that have other secrets in {@code later}. */
    List<String> changedIn(ConfiguredKeys later) {
        return keys.values().stream()
                .filter(key -> !same(key, later.keys.get(key.id())))
                .map(Key::id)
                .sorted()
                .toList();
    }

    private static boolean same(Key key, @Nullable Key later) {
        if (later == null || later.epochs().size() != key.epochs().size()) {
            return false;
        }
        for (int k = 0; k < key.epochs().size(); k++) {
            if (!Arrays.equals(
                    key.epochs().get(k).secret(), later.epochs().get(k).secret())) {
                return false;
            }
        }
        return true;
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
