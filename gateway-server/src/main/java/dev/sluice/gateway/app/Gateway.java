package dev.sluice.gateway.app;

import dev.sluice.gateway.config.GatewayConfig;
import dev.sluice.gateway.enforce.Rulebook;
import dev.sluice.gateway.metrics.ExchangeLog;
import dev.sluice.gateway.metrics.GatewayMetrics;
import dev.sluice.gateway.route.Route;
import dev.sluice.gateway.server.GatewayServer;
import dev.sluice.policy.decision.PolicyVersion;
import java.io.IOException;
import java.util.List;

/** A running gateway: what news everything, starts it and stops it. */
public final class Gateway implements AutoCloseable {

    private final GatewayMetrics metrics;
    private final GatewayServer server;

    private Gateway(GatewayMetrics metrics, GatewayServer server) {
        this.metrics = metrics;
        this.server = server;
    }

    /**
     * Builds and starts a gateway. If anything fails, nothing is left running.
     *
     * @param routes the routes of this configuration, checked
     * @param rulebook what is in force
     * @throws IOException if a certificate cannot be read or an address is not to be had
     */
    public static Gateway start(GatewayConfig config, List<Route> routes, Rulebook rulebook)
            throws IOException, InterruptedException {
        GatewayMetrics metrics = new GatewayMetrics();
        ExchangeLog log = new ExchangeLog();
        GatewayServer server = GatewayServer.start(
                config,
                routes,
                () -> rulebook,
                summary -> {
                    metrics.ended(summary);
                    log.ended(summary);
                },
                metrics::scrape);
        metrics.watch(server::connections, server::exchanges);
        PolicyVersion version = rulebook.decisions().version();
        metrics.bundleInForce(version.brief(), version.meaning());
        return new Gateway(metrics, server);
    }

    /** Builds and starts a gateway out of what was prepared. */
    public static Gateway start(PreparedGateway prepared) throws IOException, InterruptedException {
        return start(prepared.config(), prepared.routes(), prepared.rulebook());
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

    /** All meters in Prometheus' text format. */
    public String metrics() {
        return metrics.scrape();
    }

    /**
     * Stops: takes nothing new, lets exchanges under way go on until the deadline of the configuration, cuts the
     * rest. Returns whether none had to be cut.
     */
    public boolean stop() throws InterruptedException {
        return server.stop();
    }

    /** Ends everything at once. */
    @Override
    public void close() {
        server.close();
    }
}
