package dev.sluice.gateway.server;

import dev.sluice.gateway.upstream.ReceiveBuffers;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslHandler;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One bound port. Connections get TLS, if it is spoken here, and then the handlers of whoever serves them. */
public final class Listener {

    private static final int BACKLOG = 1024;
    private static final int LOW_WATER = 128 * 1024;
    private static final int HIGH_WATER = 512 * 1024;
    private static final long HANDSHAKE_MILLIS = 10_000;

    private final Channel bound;

    private Listener(Channel bound) {
        this.bound = bound;
    }

    /**
     * Binds a port.
     *
     * @param port 0 takes any free port
     * @param tls null for plain HTTP
     * @param handlers puts its handlers into each connection's pipeline
     * @throws IOException if the address is not to be had
     */
    public static Listener bind(
            Transport transport,
            String host,
            int port,
            @Nullable SslContext tls,
            Connections connections,
            Consumer<Channel> handlers)
            throws IOException, InterruptedException {
        InetSocketAddress address = new InetSocketAddress(host, port);
        if (address.isUnresolved()) {
            throw new UnknownHostException(host);
        }
        Channel bound = new ServerBootstrap()
                .group(transport.loops())
                .channel(transport.serverType())
                .option(ChannelOption.SO_BACKLOG, BACKLOG)
                .option(ChannelOption.SO_REUSEADDR, true)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childOption(ChannelOption.RECVBUF_ALLOCATOR, ReceiveBuffers.large())
                .childOption(ChannelOption.WRITE_BUFFER_WATER_MARK, new WriteBufferWaterMark(LOW_WATER, HIGH_WATER))
                .childHandler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        if (!connections.enter(channel)) {
                            channel.close();
                            return;
                        }
                        if (tls != null) {
                            SslHandler handler = tls.newHandler(channel.alloc());
                            handler.setHandshakeTimeoutMillis(HANDSHAKE_MILLIS);
                            channel.pipeline().addLast("tls", handler);
                        }
                        handlers.accept(channel);
                    }
                })
                .bind(address)
                .sync()
                .channel();
        return new Listener(bound);
    }

    /** The port that was bound. */
    public int port() {
        return ((InetSocketAddress) bound.localAddress()).getPort();
    }

    /** Takes no more connections. Those that are open go on. */
    public void close() {
        bound.close().awaitUninterruptibly();
    }
}
