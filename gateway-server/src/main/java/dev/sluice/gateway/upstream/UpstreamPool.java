package dev.sluice.gateway.upstream;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.handler.ssl.SslHandler;
import io.netty.resolver.AddressResolverGroup;
import io.netty.util.concurrent.Future;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The connections of one event loop to all upstreams. An exchange never leaves its loop, so nothing here is shared or
 * locked. The connection used last is used first; idle ones are closed before an upstream would.
 */
public final class UpstreamPool {

    private static final int MOST_IDLE = 64;
    private static final long LONGEST_IDLE = TimeUnit.SECONDS.toNanos(30);
    /** What cannot be repeated does not go over a connection that its peer may be closing just now. */
    private static final long LONGEST_IDLE_UNREPEATABLE = TimeUnit.SECONDS.toNanos(2);

    private final EventLoop loop;
    private final Class<? extends Channel> channelType;
    private final AddressResolverGroup<InetSocketAddress> resolver;
    private final Map<String, ArrayDeque<UpstreamConnection>> idle = new HashMap<>();

    public UpstreamPool(
            EventLoop loop, Class<? extends Channel> channelType, AddressResolverGroup<InetSocketAddress> resolver) {
        this.loop = loop;
        this.channelType = channelType;
        this.resolver = resolver;
    }

    /** Starts a request. The listener hears of it on this loop, possibly before this method returns. */
    public UpstreamCall call(Upstream upstream, UpstreamRequest request, UpstreamResponseListener listener) {
        UpstreamCall call = new UpstreamCall(upstream, request, listener);
        start(call);
        return call;
    }

    /**
     * Like {@link #call}, but begun by {@link #start}, for listeners that need the call at hand before they are
     * called.
     */
    public UpstreamCall prepare(Upstream upstream, UpstreamRequest request, UpstreamResponseListener listener) {
        return new UpstreamCall(upstream, request, listener);
    }

    public void start(UpstreamCall call) {
        UpstreamConnection connection = take(call);
        if (connection == null) {
            connect(call);
        } else {
            connection.start(call);
        }
    }

    private @Nullable UpstreamConnection take(UpstreamCall call) {
        ArrayDeque<UpstreamConnection> waiting = idle.get(call.upstream().id());
        UpstreamConnection newest = waiting == null ? null : waiting.peekFirst();
        if (waiting == null || newest == null) {
            return null;
        }
        boolean stale = System.nanoTime() - newest.idleSince() > LONGEST_IDLE_UNREPEATABLE;
        if (stale && !call.request().repeatable()) {
            return null;
        }
        waiting.removeFirst();
        newest.leavePool();
        return newest;
    }

    void release(UpstreamConnection connection) {
        ArrayDeque<UpstreamConnection> waiting =
                idle.computeIfAbsent(connection.upstream().id(), id -> new ArrayDeque<>());
        if (waiting.size() >= MOST_IDLE) {
            connection.close();
            return;
        }
        waiting.addFirst(connection);
        connection.closeWhenIdleFor(LONGEST_IDLE);
    }

    void remove(UpstreamConnection connection) {
        ArrayDeque<UpstreamConnection> waiting = idle.get(connection.upstream().id());
        if (waiting != null) {
            waiting.remove(connection);
        }
    }

    /** Sends a request again, on a new connection. */
    void repeat(UpstreamCall call) {
        connect(call);
    }

    /** Closes all idle connections. To be called on the loop. */
    public void close() {
        for (ArrayDeque<UpstreamConnection> waiting : idle.values()) {
            List<UpstreamConnection> all = new ArrayList<>(waiting);
            waiting.clear();
            all.forEach(UpstreamConnection::close);
        }
    }

    private void connect(UpstreamCall call) {
        Upstream upstream = call.upstream();
        AnswerDecoder decoder = new AnswerDecoder();
        UpstreamConnection connection = new UpstreamConnection(this, upstream, decoder);
        ChannelFuture connecting = new Bootstrap()
                .group(loop)
                .channel(channelType)
                .resolver(resolver)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int)
                        upstream.connect().toMillis())
                .option(ChannelOption.TCP_NODELAY, true)
                .option(ChannelOption.SO_KEEPALIVE, true)
                .option(ChannelOption.RECVBUF_ALLOCATOR, ReceiveBuffers.large())
                .option(ChannelOption.WRITE_BUFFER_WATER_MARK, new WriteBufferWaterMark(64 * 1024, 256 * 1024))
                .handler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        install(channel, upstream, decoder, connection);
                    }
                })
                .connect(InetSocketAddress.createUnresolved(upstream.host(), upstream.port()));
        connecting.addListener(done -> {
            SslHandler tls = connecting.channel().pipeline().get(SslHandler.class);
            if (!done.isSuccess()) {
                call.notReached(Unreachable.byConnecting(done.cause()));
            } else if (tls == null) {
                ready(connecting.channel(), connection, call);
            } else {
                tls.handshakeFuture().addListener(shaken -> shaken(shaken, connecting.channel(), connection, call));
            }
        });
    }

    private static void shaken(Future<?> hands, Channel channel, UpstreamConnection connection, UpstreamCall call) {
        if (hands.isSuccess()) {
            ready(channel, connection, call);
        } else {
            channel.close();
            call.notReached(Unreachable.byHandshake(hands.cause()));
        }
    }

    /** A call begins when its connection is ready, TLS included: until then nothing of the request leaves. */
    private static void ready(Channel channel, UpstreamConnection connection, UpstreamCall call) {
        if (call.over()) {
            channel.close();
        } else {
            connection.start(call);
        }
    }

    private static void install(
            Channel channel, Upstream upstream, AnswerDecoder decoder, UpstreamConnection connection) {
        if (upstream.tls() != null) {
            SslHandler tls = upstream.tls().newHandler(channel.alloc(), upstream.host(), upstream.port());
            tls.setHandshakeTimeoutMillis(Math.max(1000, upstream.connect().toMillis()));
            channel.pipeline().addLast("tls", tls);
        }
        channel.pipeline().addLast("answer", decoder).addLast("connection", connection);
    }
}
