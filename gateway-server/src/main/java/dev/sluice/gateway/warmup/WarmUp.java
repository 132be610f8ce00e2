package dev.sluice.gateway.warmup;

import dev.sluice.gateway.enforce.BodyFaultException;
import dev.sluice.gateway.enforce.Rulebook;
import dev.sluice.gateway.partner.Partner;
import dev.sluice.gateway.route.Route;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Plays short made-up bodies in the background of a start. A JVM's optimising compiler leaves out what it never saw happen,
 * and throws its work away once it does; a long first export never shows it how a body begins and ends. So that it has seen
 * that: most of the code is compiled for what shops really send.
 *
 * <p>Nothing of it is counted or looked up anywhere. It ends by itself, and early if it is closed.
 */
public final class WarmUp implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WarmUp.class);

    /** Enough for each turn to have been counted, few beside what shops send: the optimising compiler weighs by that. */
    private static final int ENGINES = 250;

    private static final int MOST_PARTS = 8;
    private static final long LONGEST = TimeUnit.SECONDS.toNanos(2);

    private final List<Route> routes;
    private final Rulebook rulebook;
    private final Thread thread = new Thread(this::run, "warmup");
    private volatile boolean closed;

    private WarmUp(List<Route> routes, Rulebook rulebook) {
        this.routes = routes;
        this.rulebook = rulebook;
    }

    /** Begins it in a thread of its own. */
    public static WarmUp start(List<Route> routes, Rulebook rulebook) {
        WarmUp warmUp = new WarmUp(routes, rulebook);
        warmUp.thread.setDaemon(true);
        warmUp.thread.setPriority(Thread.MIN_PRIORITY);
        warmUp.thread.start();
        return warmUp;
    }

    private Stream<Part> parts(Route route) {
        return route.partners().stream().sorted().flatMap(id -> {
            Partner partner = rulebook.partners().find(id);
            return partner == null
                    ? Stream.empty()
                    : (route.purpose() == null ? partner.purposes().stream() : Stream.of(route.purpose()))
                            .map(purpose -> Part.of(rulebook, partner, route, purpose))
                            .flatMap(Optional::stream);
        });
    }

    private void run() {
        long began = System.nanoTime();
        long left = 0;
        int engines = 0;
        try {
            List<Part> parts =
                    routes.stream().flatMap(this::parts).limit(MOST_PARTS).toList();
            while (!closed && !parts.isEmpty() && engines < ENGINES && System.nanoTime() - began < LONGEST) {
                left += parts.get(engines % parts.size()).play(engines);
                engines++;
            }
            LOG.info(
                    "warmed up: bodies={} bytes_left={} ms={}",
                    Part.BODIES_EACH * engines,
                    left,
                    (System.nanoTime() - began) / 1_000_000);
        } catch (BodyFaultException | RuntimeException e) {
            // What is only a matter of speed must not be one of serving.
            LOG.warn("warm-up ended early: {}", e.getClass().getName());
        }
    }

    /** Waits until all of it was played. */
    void await() throws InterruptedException {
        thread.join();
    }

    /** Waits for its thread, which ends with the engine in hand. */
    @Override
    public void close() {
        closed = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
