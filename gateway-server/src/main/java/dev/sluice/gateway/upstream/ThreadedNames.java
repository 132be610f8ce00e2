package dev.sluice.gateway.upstream;

import io.netty.resolver.AddressResolver;
import io.netty.resolver.AddressResolverGroup;
import io.netty.resolver.InetNameResolver;
import io.netty.util.NetUtil;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Promise;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Resolves upstreams' names with the JDK, which blocks, on threads of its own, so that no event loop waits for a name
 * server.
 */
public final class ThreadedNames extends AddressResolverGroup<InetSocketAddress> {

    private final ExecutorService threads = new ThreadPoolExecutor(
            2, 2, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(1000), new DefaultThreadFactory("names", true));

    @Override
    protected AddressResolver<InetSocketAddress> newResolver(EventExecutor executor) {
        return new Resolver(executor, threads).asAddressResolver();
    }

    @Override
    public void close() {
        super.close();
        threads.shutdownNow();
    }

    private static final class Resolver extends InetNameResolver {

        private final ExecutorService threads;

        Resolver(EventExecutor executor, ExecutorService threads) {
            super(executor);
            this.threads = threads;
        }

        @Override
        protected void doResolve(String name, Promise<InetAddress> promise) {
            submit(name, promise, () -> promise.trySuccess(InetAddress.getByName(name)));
        }

        @Override
        protected void doResolveAll(String name, Promise<List<InetAddress>> promise) {
            submit(name, promise, () -> promise.trySuccess(List.of(InetAddress.getAllByName(name))));
        }

        /** An address in figures needs no server and no thread. */
        private void submit(String name, Promise<?> promise, Lookup lookup) {
            if (NetUtil.isValidIpV4Address(name) || NetUtil.isValidIpV6Address(name)) {
                look(promise, lookup);
                return;
            }
            try {
                threads.execute(() -> look(promise, lookup));
            } catch (RejectedExecutionException e) {
                promise.tryFailure(e);
            }
        }

        private static void look(Promise<?> promise, Lookup lookup) {
            try {
                lookup.run();
            } catch (UnknownHostException | RuntimeException e) {
                promise.tryFailure(e);
            }
        }
    }

    /** One blocking question. */
    private interface Lookup {
        void run() throws UnknownHostException;
    }
}
