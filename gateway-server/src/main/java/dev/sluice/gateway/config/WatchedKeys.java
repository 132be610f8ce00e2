package dev.sluice.gateway.config;

import dev.sluice.policy.diagnostic.InvalidBundleException;
import dev.sluice.policy.diagnostic.Problem;
import dev.sluice.policy.form.KeyRing;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The keys of a running gateway: read anew from their files whenever a bundle is compiled. Where one of the files is no
 * longer a key, all stay as they were.
 */
public final class WatchedKeys implements Supplier<KeyRing> {

    private final Listener listener;
    private volatile ConfiguredKeys keys;
    private volatile List<Problem> problems = List.of();

    /** Hears of what has changed, once. */
    public interface Listener {

        /**
         * The files were read. @param changed the ids of the keys that have other secrets now; none after a refusal
         * alone
         */
        void read(List<String> changed);

        /** The files are not usable, so that all keys stay as they were. */
        void refused(List<Problem> problems);
    }

    public WatchedKeys(ConfiguredKeys keys, Listener listener) {
        this.keys = keys;
        this.listener = listener;
    }

    /** The files to watch. */
    public Set<Path> files() {
        return keys.files();
    }

    /** Whether the files were not usable when they were read last. */
    public boolean unusable() {
        return !problems.isEmpty();
    }

    @Override
    public synchronized KeyRing get() {
        if (!keys.files().isEmpty()) {
            try {
                take(keys.again());
            } catch (InvalidBundleException e) {
                refuse(e.problems());
            }
        }
        return keys;
    }

    private void take(ConfiguredKeys again) {
        List<String> changed = keys.changedIn(again);
        boolean news = !changed.isEmpty() || unusable();
        keys = again;
        problems = List.of();
        if (news) {
            listener.read(changed);
        }
    }

    private void refuse(List<Problem> found) {
        boolean news = !found.equals(problems);
        problems = found;
        if (news) {
            listener.refused(found);
        }
    }
}
