package dev.sluice.gateway.server;

import dev.sluice.gateway.admin.AdminApi;
import dev.sluice.gateway.config.AdminListenerConfig;
import dev.sluice.gateway.config.GatewayConfig;
import dev.sluice.gateway.config.Limits;
import dev.sluice.gateway.config.ListenerConfig;
import dev.sluice.gateway.config.ShopListenerConfig;
import dev.sluice.gateway.enforce.BodyMemory;
import dev.sluice.gateway.enforce.EnginePool;
import dev.sluice.gateway.enforce.InflationLimits;
import dev.sluice.gateway.enforce.Rulebook;
import dev.sluice.gateway.json.JsonLimits;
import dev.sluice.gateway.metrics.ExchangeObserver;
import dev.sluice.gateway.partner.ApiKeyDigest;
import dev.sluice.gateway.partner.ShopAuthenticator;
import dev.sluice.gateway.proxy.DrainEnded;
import dev.sluice.gateway.proxy.ExchangeLimits;
import dev.sluice.gateway.proxy.ExchangePipeline;
import dev.sluice.gateway.proxy.LoopResources;
import dev.sluice.gateway.proxy.VersionEnded;
import dev.sluice.gateway.route.Direction;
import dev.sluice.gateway.route.Route;
import dev.sluice.gateway.route.RouteTable;
import dev.sluice.gateway.upstream.ThreadedNames;
import dev.sluice.gateway.upstream.UpstreamPool;
import dev.sluice.policy.decision.PolicyVersion;
import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import io.netty.handler.ssl.SslContext;
import io.netty.util.concurrent.EventExecutor;
import java.io.IOException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All listeners of one gateway and the event loops behind them: started in order, drained and stopped in reverse. */
public final class GatewayServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(GatewayServer.class);
    private static final long POLL_MILLIS = 20;
    /** How long callers may take to hear that their exchange ends. Longer than a caller is heard out that still sends. */
    private static final long FAREWELL_MILLIS = 1000;

    private final GatewayConfig config;
    private final Transport transport = new Transport(Runtime.getRuntime().availableProcessors());
    private final ThreadedNames names = new ThreadedNames();
    private final ExchangeObserver observer;
    private final Operators operators;
    private final BodyMemory memory;
    private final ExchangeLimits limits;
    private final Connections connections;
    private final Connections operating = new Connections(100);
    private final Map<EventLoop, LoopResources> resources = new IdentityHashMap<>();
    private final List<Listener> listeners = new ArrayList<>();
    private @Nullable Listener partners;
    private @Nullable Listener shop;
    private @Nullable Listener probes;
    private @Nullable Listener admin;
    private final AtomicBoolean closed = new AtomicBoolean();
    private volatile boolean ready;

    private GatewayServer(GatewayConfig config, ExchangeObserver observer, Operators operators) {
        this.config = config;
        this.observer = observer;
        this.operators = operators;
        this.memory = new BodyMemory(config.limits().bodyInFlight());
        this.limits = new ExchangeLimits(config.limits().exchanges(), memory);
        this.connections = new Connections(config.limits().connections());
    }

    /**
     * Starts to listen. If anything fails, nothing is left running.
     *
     * @param routes sound routes of this configuration
     * @param inForce asked once for each exchange
     * @param operators what is served beside the exchanges
     */
    public static GatewayServer start(
            GatewayConfig config,
            List<Route> routes,
            Supplier<Rulebook> inForce,
            ExchangeObserver observer,
            Operators operators)
            throws IOException, InterruptedException {
        GatewayServer server = new GatewayServer(config, observer, operators);
        try {
            server.open(routes, inForce);
            return server;
        } catch (IOException | InterruptedException | RuntimeException e) {
            server.close();
            throw e;
        }
    }

    private void open(List<Route> routes, Supplier<Rulebook> inForce) throws IOException, InterruptedException {
        for (EventExecutor loop : transport.loops()) {
            resources.put((EventLoop) loop, forLoop((EventLoop) loop));
        }
        ExchangePipeline.Shared shared = new ExchangePipeline.Shared(
                inForce,
                Upstreams.of(config.upstreams().values()),
                loop -> Objects.requireNonNull(resources.get(loop)),
                limits,
                observer);
        ExchangePipeline pulls = ExchangePipeline.forPartners(shared, new RouteTable(Direction.PULL, routes));
        partners = listen("partners", config.partners(), connections, pulls::install);
        ShopListenerConfig shopConfig = config.shop();
        if (shopConfig != null) {
            ShopAuthenticator authenticator = new ShopAuthenticator(
                    shopConfig.apiKeys().stream().map(ApiKeyDigest::parse).toList());
            ExchangePipeline pushes =
                    ExchangePipeline.forShop(shared, new RouteTable(Direction.PUSH, routes), authenticator);
            shop = listen("shop", shopConfig.listener(), connections, pushes::install);
        }
        openForOperators();
        ready = true;
        LOG.info(
                "listening transport={} tls={} partners={} shop={} probes={} admin={}",
                transport.name(),
                TlsContexts.name(),
                partnersPort(),
                shopPort(),
                probesPort(),
                adminPort());
    }

    private void openForOperators() throws IOException, InterruptedException {
        ListenerConfig probesConfig = config.probes();
        if (probesConfig != null) {
            probes = listen(
                    "probes",
                    probesConfig,
                    operating,
                    channel -> ProbesHandler.install(channel, () -> ready, operators));
        }
        AdminListenerConfig adminConfig = config.admin();
        AdminApi api = operators.admin();
        if (adminConfig != null && api != null) {
            admin = listen("admin", adminConfig.listener(), operating, api::install);
        }
    }

    private LoopResources forLoop(EventLoop loop) {
        Limits given = config.limits();
        JsonLimits standard = JsonLimits.DEFAULTS;
        JsonLimits json = new JsonLimits(
                standard.depth(),
                Math.min(standard.name(), given.record()),
                Math.min(standard.number(), given.record()),
                given.record(),
                given.window(),
                standard.waiting());
        return new LoopResources(
                new UpstreamPool(loop, transport.clientType(), names),
                new EnginePool(json, InflationLimits.ofSize(given.inflated()), operators.drift(), memory));
    }

    /** @param name the listener's key in the gateway's file */
    private Listener listen(String name, ListenerConfig at, Connections counted, Consumer<Channel> handlers)
            throws IOException, InterruptedException {
        ListenerConfig.TlsFiles files = at.tls();
        SslContext tls = files == null ? null : TlsContexts.server(files.certificate(), files.key());
        try {
            Listener listener = Listener.bind(transport, at.host(), at.port(), tls, counted, handlers);
            listeners.add(listener);
            return listener;
        } catch (IOException e) {
            throw new CannotListenException(name, at, e);
        }
    }

    /** The port where partners are served. */
    public int partnersPort() {
        return port(partners);
    }

    /** The port where the shop is served, or -1. */
    public int shopPort() {
        return port(shop);
    }

    /** The port of the probes, or -1. */
    public int probesPort() {
        return port(probes);
    }

    /** The port of the admin API, or -1. */
    public int adminPort() {
        return port(admin);
    }

    private static int port(@Nullable Listener listener) {
        return listener == null ? -1 : listener.port();
    }

    /** Ends all exchanges that are judged by another version than this one: their callers see a broken message. */
    public void cutOthers(PolicyVersion inForce) {
        connections.tell(new VersionEnded(inForce));
    }

    /** Open connections of callers. */
    public int connections() {
        return connections.count();
    }

    /** Exchanges under way. */
    public int exchanges() {
        return limits.underWay();
    }

    /**
     * Stops: says that it is not ready, takes no more connections, lets exchanges under way go on until the deadline,
     * ends the rest: with a problem where no answer began, else as a broken message. Returns whether none had to be
     * ended.
     */
    public boolean stop() throws InterruptedException {
        ready = false;
        limits.stop();
        for (Listener listener : listeners) {
            if (listener != probes) {
                listener.close();
            }
        }
        await(() -> limits.underWay() == 0, config.drain().toNanos());
        int cut = limits.underWay();
        if (cut > 0) {
            connections.tell(DrainEnded.NOW);
            await(() -> connections.count() == 0, TimeUnit.MILLISECONDS.toNanos(FAREWELL_MILLIS));
        }
        LOG.info("stopped cut={}", cut);
        close();
        return cut == 0;
    }

    private static void await(BooleanSupplier done, long nanos) throws InterruptedException {
        long deadline = System.nanoTime() + nanos;
        while (!done.getAsBoolean() && System.nanoTime() < deadline) {
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
        }
    }

    /** Ends everything at once. A second call does nothing. */
    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        ready = false;
        limits.stop();
        // The end of the event loops alone does not always give the ports back.
        listeners.forEach(Listener::close);
        limits.cut();
        connections.closeAll();
        operating.closeAll();
        resources.forEach((loop, own) -> loop.execute(own.upstreams()::close));
        transport.loops().shutdownGracefully(0, 2, TimeUnit.SECONDS).awaitUninterruptibly();
        names.close();
    }
}
