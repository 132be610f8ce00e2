package dev.sluice.gateway.bundle;

import dev.sluice.gateway.bundle.LiveBundle.NotPossibleException;
import dev.sluice.policy.diagnostic.InvalidBundleException;
import dev.sluice.policy.repository.BundleNote;
import dev.sluice.policy.repository.BundleSnapshot;
import dev.sluice.policy.repository.BundleStore;
import dev.sluice.policy.repository.KeptBundle;
import dev.sluice.policy.repository.StateInUseException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** The bundles that a gateway kept, while it does not run: what is changed here counts from its next start. */
public final class RestingBundles implements AutoCloseable {

    private final BundleStore store;
    private final Shelf shelf;
    private final LiveBundle.Source source;
    private final Clock clock;

    private RestingBundles(BundleStore store, LiveBundle.Source source, Clock clock) {
        this.store = store;
        this.shelf = new Shelf(store);
        this.source = source;
        this.clock = clock;
    }

    /** @throws StateInUseException if the gateway runs after all */
    public static RestingBundles open(Path state, LiveBundle.Source source, Clock clock)
            throws IOException, StateInUseException {
        return new RestingBundles(BundleStore.open(state), source, clock);
    }

    /** The version that came in force last first. */
    public List<KeptBundle> list() throws IOException {
        return shelf.list();
    }

    /** What was in force when the gateway stopped. */
    public Optional<BundleNote> inForce() throws IOException {
        return shelf.last();
    }

    /**
     * Pins a kept version.
     *
     * @throws InvalidBundleException if it no longer fits the routes or keys
     */
    public BundleNote activate(String version, String by, String why)
            throws InvalidBundleException, IOException, NotPossibleException {
        BundleSnapshot snapshot = shelf.take(shelf.find(version));
        LiveBundle.compile(source, snapshot, clock);
        BundleNote note = new BundleNote(snapshot.digest(), true, clock.instant(), by, why);
        store.putInForce(snapshot, note);
        return note;
    }

    /** Ends the pin. */
    public BundleNote release(String by, String why) throws IOException, NotPossibleException {
        BundleNote pinned = shelf.last().filter(BundleNote::pinned).orElseThrow(LiveBundle::nothingPinned);
        BundleNote note = new BundleNote(pinned.version(), false, clock.instant(), by, why);
        store.putInForce(shelf.take(pinned.version()), note);
        return note;
    }

    @Override
    public void close() throws IOException {
        store.close();
    }
}
