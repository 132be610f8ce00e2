package dev.sluice.gateway.bundle;

import dev.sluice.gateway.enforce.Rulebook;
import dev.sluice.policy.diagnostic.InvalidBundleException;
import dev.sluice.policy.diagnostic.Problem;
import dev.sluice.policy.form.KeyRing;
import dev.sluice.policy.repository.BundleLoader;
import dev.sluice.policy.repository.BundleNote;
import dev.sluice.policy.repository.BundleSnapshot;
import dev.sluice.policy.repository.BundleStore;
import dev.sluice.policy.repository.KeptBundle;
import dev.sluice.policy.repository.ReadyBundle;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The bundle in force. It is exchanged whole and in one step, and only for one without errors; whoever took the old one
 * keeps it (semantics B13, B14). Reading is free of locks; changes wait for each other.
 */
public final class LiveBundle {

    private static final String DIRECTORY = "directory";

    private final Source source;
    private final Shelf shelf;
    private final Clock clock;
    private final Map<ReloadOutcome, Long> outcomes = new ConcurrentHashMap<>();
    private volatile BundleState state;
    private volatile Instant lastSuccess;

    private LiveBundle(Source source, Shelf shelf, Clock clock, BundleState state) {
        this.source = source;
        this.shelf = shelf;
        this.clock = clock;
        this.state = state;
        this.lastSuccess =
                state.refused() == null ? clock.instant() : state.note().at();
    }

    /**
     * Where bundles come from and what they must fit.
     *
     * @param keys what keyed forms are made with, asked for each time a bundle is compiled
     */
    public record Source(Path directory, Rulebooks rulebooks, Supplier<KeyRing> keys) {}

    /** What a person asked for cannot be done. The message says why. */
    public static final class NotPossibleException extends Exception {

        private static final long serialVersionUID = 1L;

        NotPossibleException(String message) {
            super(message);
        }
    }

    /**
     * Puts a bundle in force: the pinned one, else the directory's, else the last good one of the state directory.
     *
     * @param store the state directory, or null where there is none
     * @throws InvalidBundleException if none of them is good, with the problems of the first that was tried
     */
    public static LiveBundle open(Source source, @Nullable BundleStore store, Clock clock)
            throws InvalidBundleException, IOException, NotPossibleException {
        Shelf shelf = new Shelf(store);
        Optional<BundleNote> last = shelf.last();
        BundleState state;
        if (last.isPresent() && last.get().pinned()) {
            state = new BundleState(kept(source, shelf, last.get().version(), clock), last.get(), null, null);
        } else {
            state = fromDirectory(source, shelf, last, clock);
        }
        BundleLog.inForce(state.note());
        if (state.refused() != null) {
            BundleLog.refused(state.refused(), state.note().version());
        }
        return new LiveBundle(source, shelf, clock, state);
    }

    private static BundleState fromDirectory(Source source, Shelf shelf, Optional<BundleNote> last, Clock clock)
            throws InvalidBundleException, NotPossibleException {
        BundleSnapshot snapshot = BundleSnapshot.read(source.directory());
        try {
            Rulebook rulebook = compile(source, snapshot, clock);
            BundleNote note = new BundleNote(snapshot.digest(), false, clock.instant(), DIRECTORY, "");
            return new BundleState(rulebook, note, null, shelf.put(snapshot, note));
        } catch (InvalidBundleException e) {
            if (last.isEmpty()) {
                throw e;
            }
            Rulebook rulebook = kept(source, shelf, last.get().version(), clock);
            BundleState.Refused refused = new BundleState.Refused(snapshot.digest(), clock.instant(), e.problems());
            return new BundleState(rulebook, last.get(), refused, null);
        }
    }

    private static Rulebook kept(Source source, Shelf shelf, String version, Clock clock)
            throws InvalidBundleException, NotPossibleException {
        return compile(source, shelf.take(version), clock);
    }

    static Rulebook compile(Source source, BundleSnapshot snapshot, Clock clock) throws InvalidBundleException {
        ReadyBundle ready =
                new BundleLoader(clock).prepare(snapshot, source.keys().get());
        BundleLog.warnings(ready.warnings());
        return source.rulebooks().of(ready);
    }

    /** What exchanges that begin now are judged by. */
    public Rulebook rulebook() {
        return state.rulebook();
    }

    public BundleState state() {
        return state;
    }

    /** When the directory was last found good. */
    public Instant lastSuccess() {
        return lastSuccess;
    }

    /** How often a look at the directory ended in each way. */
    public Map<ReloadOutcome, Long> outcomes() {
        return Map.copyOf(outcomes);
    }

    /** The versions that can be activated, the one that came in force last first. */
    public synchronized List<KeptBundle> kept() throws IOException {
        return shelf.list();
    }

    /**
     * Compiles a bundle without putting it in force.
     *
     * @throws InvalidBundleException with every problem, if it is not good
     */
    public Rulebook compile(BundleSnapshot snapshot) throws InvalidBundleException {
        return compile(source, snapshot, clock);
    }

    /** The files of a version that is kept. @param version the version, or enough of its first digits */
    public synchronized BundleSnapshot kept(String version) throws IOException, NotPossibleException {
        return shelf.take(shelf.find(version));
    }

    /** Takes what the directory holds, if it is good and nothing is pinned. */
    public synchronized ReloadOutcome reload() {
        ReloadOutcome outcome = state.note().pinned() ? hold() : look(DIRECTORY, "");
        outcomes.merge(outcome, 1L, Long::sum);
        return outcome;
    }

    /** What is pinned stays, made with the keys as they are now. */
    private ReloadOutcome hold() {
        BundleState before = state;
        try {
            Rulebook rulebook = kept(source, shelf, before.note().version(), clock);
            state = new BundleState(rulebook, before.note(), null, before.unsaved());
        } catch (InvalidBundleException | NotPossibleException | RuntimeException e) {
            BundleLog.pinnedAsItWas(before.note().version());
        }
        return ReloadOutcome.PINNED;
    }

    private ReloadOutcome look(String by, String why) {
        BundleState before = state;
        BundleSnapshot snapshot = BundleSnapshot.read(source.directory());
        boolean same =
                snapshot.complete() && snapshot.digest().equals(before.note().version());
        try {
            Rulebook rulebook = compile(source, snapshot, clock);
            lastSuccess = clock.instant();
            if (same && !before.note().pinned()) {
                // The keys may have changed though the bundle did not.
                state = new BundleState(rulebook, before.note(), null, before.unsaved());
                return ReloadOutcome.UNCHANGED;
            }
            enter(snapshot, rulebook, new BundleNote(snapshot.digest(), false, clock.instant(), by, why));
            return ReloadOutcome.ACTIVATED;
        } catch (InvalidBundleException e) {
            return refuse(before, snapshot, e.problems());
        } catch (RuntimeException e) {
            // A defect of the program must not end the watch; the message might quote the bundle.
            BundleLog.defect(e);
            return refuse(before, snapshot, List.of());
        }
    }

    private ReloadOutcome refuse(BundleState before, BundleSnapshot snapshot, List<Problem> problems) {
        BundleState.Refused refused = new BundleState.Refused(snapshot.digest(), clock.instant(), problems);
        state = before.refusing(refused);
        BundleLog.refused(refused, before.note().version());
        return ReloadOutcome.REFUSED;
    }

    private void enter(BundleSnapshot snapshot, Rulebook rulebook, BundleNote note) {
        state = new BundleState(rulebook, note, null, shelf.put(snapshot, note));
        BundleLog.inForce(note);
    }

    /**
     * Pins a kept version: it is in force until {@link #release}, whatever the directory holds.
     *
     * @param version the version, or enough of its first digits to tell it from others
     * @throws InvalidBundleException if it no longer fits: its files are good, but the routes or keys have changed
     */
    public synchronized BundleNote activate(String version, String by, String why)
            throws InvalidBundleException, IOException, NotPossibleException {
        BundleSnapshot snapshot = shelf.take(shelf.find(version));
        Rulebook rulebook = compile(source, snapshot, clock);
        enter(snapshot, rulebook, new BundleNote(snapshot.digest(), true, clock.instant(), by, why));
        return state.note();
    }

    /** Ends the pin and takes what the directory holds; if that is not good, what was pinned stays for the time being. */
    public synchronized ReloadOutcome release(String by, String why) throws NotPossibleException, IOException {
        BundleNote pinned = state.note();
        if (!pinned.pinned()) {
            throw nothingPinned();
        }
        ReloadOutcome outcome = look(by, why);
        if (outcome == ReloadOutcome.REFUSED) {
            BundleNote note = new BundleNote(pinned.version(), false, clock.instant(), by, why);
            BundleState.Refused refused = state.refused();
            state = new BundleState(state.rulebook(), note, refused, shelf.put(shelf.take(note.version()), note));
        }
        return outcome;
    }

    static NotPossibleException nothingPinned() {
        return new NotPossibleException("no bundle is pinned");
    }
}
