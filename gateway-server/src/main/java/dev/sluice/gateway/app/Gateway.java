package dev.sluice.gateway.app;

import dev.sluice.gateway.admin.AdminApi;
import dev.sluice.gateway.bundle.LiveBundle;
import dev.sluice.gateway.bundle.ReloadOutcome;
import dev.sluice.gateway.config.GatewayConfig;
import dev.sluice.gateway.drift.Drift;
import dev.sluice.gateway.enforce.Rulebook;
import dev.sluice.gateway.metrics.BundleFigures;
import dev.sluice.gateway.metrics.ExchangeLog;
import dev.sluice.gateway.metrics.ExchangeObserver;
import dev.sluice.gateway.metrics.GatewayMetrics;
import dev.sluice.gateway.route.Route;
import dev.sluice.gateway.server.GatewayServer;
import dev.sluice.gateway.server.Operators;
import dev.sluice.gateway.shadow.Shadow;
import dev.sluice.gateway.warmup.WarmUp;
import dev.sluice.policy.decision.PolicyVersion;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A running gateway: what news everything, starts it and stops it. */
public final class Gateway implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Gateway.class);

    /** Of how many buffers Netty watches one for leaks, at the cost of two stack traces. */
    private static final String WATCHED_BUFFERS = "io.netty.leakDetection.samplingInterval";

    static {
        if (System.getProperty(WATCHED_BUFFERS) == null) {
            System.setProperty(WATCHED_BUFFERS, "4096");
        }
    }

    private final GatewayMetrics metrics;
    private final GatewayServer server;
    private final List<AutoCloseable> companions;

    private Gateway(GatewayMetrics metrics, GatewayServer server, List<AutoCloseable> companions) {
        this.metrics = metrics;
        this.server = server;
        this.companions = List.copyOf(companions);
    }

    /**
     * Builds and starts a gateway whose bundle never changes. If anything fails, nothing is left running.
     *
     * @param routes the routes of this configuration, checked
     * @param rulebook what is in force
     * @throws IOException if a certificate cannot be read or an address is not to be had
     */
    public static Gateway start(GatewayConfig config, List<Route> routes, Rulebook rulebook)
            throws IOException, InterruptedException {
        GatewayMetrics metrics = new GatewayMetrics();
        PolicyVersion version = rulebook.decisions().version();
        BundleFigures figures = BundleFigures.fixed(version.brief(), version.meaning());
        metrics.watchBundle(() -> figures, List.of());
        GatewayServer server = GatewayServer.start(
                config,
                routes,
                () -> rulebook,
                observer(metrics),
                new Operators(metrics::scrape, () -> "", new Drift(), null));
        metrics.watch(server::connections, server::exchanges);
        return new Gateway(metrics, server, List.of());
    }

    /** Builds and starts a gateway out of what was prepared. */
    public static Gateway start(PreparedGateway prepared) throws IOException, InterruptedException {
        return start(prepared.config(), prepared.routes(), prepared.rulebook());
    }

    /**
     * Builds and starts a gateway that follows its bundle. If anything fails, nothing is left running.
     *
     * @throws IOException if a certificate cannot be read or an address is not to be had
     */
    public static Gateway start(FollowedBundle followed) throws IOException, InterruptedException {
        GatewayConfig config = followed.config();
        LiveBundle bundle = followed.bundle();
        GatewayMetrics metrics = new GatewayMetrics();
        metrics.watchBundle(
                () -> BundleReading.of(bundle),
                Arrays.stream(ReloadOutcome.values()).map(ReloadOutcome::word).toList());
        Shadow shadow = followed.shadow();
        metrics.watchShadow(() -> ShadowReading.of(shadow));
        Drift drift = new Drift();
        AtomicReference<GatewayServer> started = new AtomicReference<>();
        AdminApi admin = Administration.of(config, bundle, shadow, drift, () -> cutOlder(started.get(), bundle));
        GatewayServer server;
        try {
            server = GatewayServer.start(
                    config,
                    followed.routes(),
                    shadow,
                    observer(metrics),
                    new Operators(metrics::scrape, followed::readiness, drift, admin));
        } catch (IOException | InterruptedException | RuntimeException e) {
            followed.close();
            throw e;
        }
        started.set(server);
        metrics.watch(server::connections, server::exchanges);
        List<AutoCloseable> companions = new ArrayList<>();
        companions.add(WarmUp.start(followed.routes(), bundle.rulebook()));
        companions.add(followed.watch());
        if (admin != null) {
            companions.add(admin);
        }
        companions.add(followed);
        return new Gateway(metrics, server, companions);
    }

    private static void cutOlder(@Nullable GatewayServer server, LiveBundle bundle) {
        if (server != null) {
            server.cutOthers(bundle.rulebook().decisions().version());
        }
    }

    private static ExchangeObserver observer(GatewayMetrics metrics) {
        ExchangeLog log = new ExchangeLog();
        return summary -> {
            metrics.ended(summary);
            log.ended(summary);
        };
    }

    /** The port where partners are served. */
    public int partnersPort() {
        return server.partnersPort();
    }

    /** The port where the shop is served, or -1. */
    public int shopPort() {
        return server.shopPort();
    }

    /** The port of the probes, or -1. */
    public int probesPort() {
        return server.probesPort();
    }

    /** The port of the admin API, or -1. */
    public int adminPort() {
        return server.adminPort();
    }

    /** All meters in Prometheus' text format. */
    public String metrics() {
        return metrics.scrape();
    }

    /**
     * Stops: takes nothing new, lets exchanges under way go on until the deadline of the configuration, ends the
     * rest. Returns whether none had to be ended.
     */
    public boolean stop() throws InterruptedException {
        boolean clean = server.stop();
        closeCompanions();
        return clean;
    }

    /** Ends everything at once. */
    @Override
    public void close() {
        server.close();
        closeCompanions();
    }

    private void closeCompanions() {
        for (AutoCloseable companion : companions) {
            try {
                companion.close();
            } catch (Exception e) {
                LOG.warn("not closed: {}", e.getClass().getName());
            }
        }
    }
}
