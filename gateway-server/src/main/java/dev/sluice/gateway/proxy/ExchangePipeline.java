package dev.sluice.gateway.proxy;

import dev.sluice.gateway.enforce.Rulebook;
import dev.sluice.gateway.metrics.ExchangeObserver;
import dev.sluice.gateway.partner.ShopAuthenticator;
import dev.sluice.gateway.route.Direction;
import dev.sluice.gateway.route.RouteTable;
import dev.sluice.gateway.upstream.Upstream;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.EventLoop;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The handlers of one connection, in the order in which a request meets them: the table of contents of the proxy. The
 * listener has put TLS before them.
 */
public final class ExchangePipeline {

    private static final HeadGuard.Patience PATIENCE =
            new HeadGuard.Patience(Duration.ofSeconds(10), Duration.ofSeconds(60), Duration.ofSeconds(30));

    private final RouteTable routes;
    private final Map<String, Upstream> upstreams;
    private final Function<EventLoop, LoopResources> resources;
    private final ExchangeLimits limits;
    private final ExchangeObserver observer;
    private final Direction direction;
    private final Supplier<ChannelInboundHandlerAdapter> caller;

    private ExchangePipeline(
            Shared shared, Direction direction, RouteTable routes, Supplier<ChannelInboundHandlerAdapter> caller) {
        this.routes = routes;
        this.upstreams = shared.upstreams();
        this.resources = shared.resources();
        this.limits = shared.limits();
        this.observer = shared.observer();
        this.direction = direction;
        this.caller = caller;
    }

    /**
     * What both directions share.
     *
     * @param inForce asked once for each exchange
     * @param resources what belongs to an event loop
     */
    public record Shared(
            Supplier<Rulebook> inForce,
            Map<String, Upstream> upstreams,
            Function<EventLoop, LoopResources> resources,
            ExchangeLimits limits,
            ExchangeObserver observer) {

        public Shared {
            upstreams = Map.copyOf(upstreams);
        }
    }

    /** The pipeline of the partners' listener. */
    public static ExchangePipeline forPartners(Shared shared, RouteTable pulls) {
        return new ExchangePipeline(shared, Direction.PULL, pulls, () -> new PartnerHandler(shared.inForce()));
    }

    /** The pipeline of the shop's listener. */
    public static ExchangePipeline forShop(Shared shared, RouteTable pushes, ShopAuthenticator shop) {
        return new ExchangePipeline(shared, Direction.PUSH, pushes, () -> new ShopHandler(shop, shared.inForce()));
    }

    /** Puts the handlers behind those that the channel has. */
    public void install(Channel channel) {
        HeadGuard guard = new HeadGuard(PATIENCE);
        RequestDecoder decoder = new RequestDecoder();
        ChannelPipeline pipeline = channel.pipeline();
        pipeline.addLast("guard", guard);
        pipeline.addLast("http", decoder);
        pipeline.addLast("framing", new RequestFramingHandler());
        pipeline.addLast("caller", caller.get());
        pipeline.addLast("route", new RouteHandler(routes));
        pipeline.addLast("admission", new AdmissionHandler(InstantSource.system()));
        pipeline.addLast(
                "exchange",
                new ExchangeHandler(
                        guard, decoder, direction, upstreams, resources.apply(channel.eventLoop()), limits, observer));
    }
}
