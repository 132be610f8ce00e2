package dev.sluice.gateway.bundle;

import dev.sluice.gateway.bundle.LiveBundle.NotPossibleException;
import dev.sluice.policy.repository.BundleNote;
import dev.sluice.policy.repository.BundleSnapshot;
import dev.sluice.policy.repository.BundleStore;
import dev.sluice.policy.repository.KeptBundle;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The state directory as the gateway uses it; without one nothing is kept and nothing can be pinned. */
final class Shelf {

    private static final int SHORTEST_PREFIX = 6;

    private final @Nullable BundleStore store;

    Shelf(@Nullable BundleStore store) {
        this.store = store;
    }

    Optional<BundleNote> last() throws IOException {
        return store == null ? Optional.empty() : store.inForce();
    }

    List<KeptBundle> list() throws IOException {
        return store == null ? List.of() : store.list();
    }

    /**
     * Keeps what came in force. Returns why it could not be kept, or null: a full disk must not hold up a bundle that may
     * take something away.
     */
    @Nullable String put(BundleSnapshot snapshot, BundleNote note) {
        if (store == null) {
            return null;
        }
        try {
            store.putInForce(snapshot, note);
            return null;
        } catch (IOException e) {
            String why = e.getClass().getSimpleName();
            BundleLog.unsaved(why);
            return why;
        }
    }

    BundleSnapshot take(String version) throws NotPossibleException {
        if (store == null) {
            throw new NotPossibleException("the gateway's file names no `state` directory, so no version is kept");
        }
        return store.load(version)
                .orElseThrow(() -> new NotPossibleException(
                        "version `" + version + "` is not kept in the state directory, or its files were changed"));
    }

    /** The kept version that begins with these digits. */
    String find(String prefix) throws IOException, NotPossibleException {
        if (prefix.length() < SHORTEST_PREFIX) {
            throw new NotPossibleException(
                    "the version has " + prefix.length() + " digits (expected: at least " + SHORTEST_PREFIX + ")");
        }
        List<String> found = list().stream()
                .map(KeptBundle::version)
                .filter(version -> version.startsWith(prefix))
                .toList();
        if (found.size() != 1) {
            throw new NotPossibleException(found.isEmpty() ? "no such version is kept" : "several versions begin so");
        }
        return found.get(0);
    }
}
