package dev.sluice.gateway.app;

import dev.sluice.gateway.bundle.ConfigLog;
import dev.sluice.gateway.bundle.KeyLog;
import dev.sluice.gateway.bundle.LiveBundle;
import dev.sluice.gateway.bundle.LiveBundle.NotPossibleException;
import dev.sluice.gateway.bundle.ReadinessDetail;
import dev.sluice.gateway.bundle.Rulebooks;
import dev.sluice.gateway.config.GatewayConfig;
import dev.sluice.gateway.config.WatchedKeys;
import dev.sluice.gateway.enforce.Rulebook;
import dev.sluice.gateway.route.Route;
import dev.sluice.gateway.route.RouteBuilder;
import dev.sluice.gateway.shadow.Candidate;
import dev.sluice.gateway.shadow.Shadow;
import dev.sluice.policy.diagnostic.InvalidBundleException;
import dev.sluice.policy.diagnostic.Problems;
import dev.sluice.policy.repository.BundleSnapshot;
import dev.sluice.policy.repository.BundleStore;
import dev.sluice.policy.repository.FileMarks;
import dev.sluice.policy.repository.FileWatch;
import dev.sluice.policy.repository.StateInUseException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A configuration, and a bundle in force that follows the configured directory. Owns the state directory until it is
 * closed.
 *
 * @param routes sound routes
 * @param shadow what exchanges are judged by: the bundle, with a candidate beside it while there is one
 * @param keys what keyed forms are made with
 * @param seen what the bundle's files looked like before they were read
 * @param store the state directory, or null where there is none
 */
public record FollowedBundle(
        GatewayConfig config,
        List<Route> routes,
        LiveBundle bundle,
        Shadow shadow,
        WatchedKeys keys,
        FileMarks seen,
        @Nullable BundleStore store)
        implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofMillis(500);

    public FollowedBundle {
        routes = List.copyOf(routes);
    }

    /**
     * Opens the state directory and puts a bundle in force.
     *
     * @throws InvalidBundleException if there is no good one, or a route cannot be served as written
     * @throws StateInUseException if another gateway has the state directory
     * @throws NotPossibleException if a pinned version is no longer there
     */
    public static FollowedBundle open(GatewayConfig config, Clock clock)
            throws InvalidBundleException, IOException, StateInUseException, NotPossibleException {
        Problems problems = new Problems();
        List<Route> routes = new RouteBuilder(problems).build(config.routes());
        if (problems.hasErrors()) {
            throw new InvalidBundleException(problems.sorted());
        }
        ConfigLog.warnings(config.warnings());
        Path state = config.state();
        BundleStore store = state == null ? null : BundleStore.open(state);
        boolean open = false;
        try {
            WatchedKeys keys = new WatchedKeys(config.keys(), new KeyLog());
            FileMarks seen = look(config, keys);
            LiveBundle.Source source = new LiveBundle.Source(config.bundle(), new Rulebooks(config.routes()), keys);
            LiveBundle bundle = LiveBundle.open(source, store, clock);
            open = true;
            return new FollowedBundle(config, routes, bundle, new Shadow(bundle::rulebook, clock), keys, seen, store);
        } finally {
            if (!open && store != null) {
                store.close();
            }
        }
    }

    /**
     * Puts a candidate beside the bundle in force.
     *
     * @throws InvalidBundleException if it is not good
     */
    public void shadow(Path directory) throws InvalidBundleException {
        Rulebook rulebook = bundle.compile(BundleSnapshot.read(directory));
        shadow.place(new Candidate(rulebook, directory.toString(), Instant.now()));
    }

    /** What an operator must know though exchanges are served, as lines; empty when all is well. */
    String readiness() {
        String ofKeys = keys.unusable()
                ? "keys not read: a key's file is missing or too short; the keys that were read before are in use\n"
                : "";
        return ReadinessDetail.of(bundle.state()) + ofKeys;
    }

    private static FileMarks look(GatewayConfig config, WatchedKeys keys) {
        return FileMarks.of(config.bundle(), keys.files());
    }

    /** Starts to follow the directory. */
    FileWatch watch() {
        return FileWatch.start(() -> look(config, keys), seen, PAUSE, bundle::reload);
    }

    @Override
    public void close() throws IOException {
        if (store != null) {
            store.close();
        }
    }

    @Override
    public String toString() {
        return "FollowedBundle[" + bundle.state() + "]";
    }
}
