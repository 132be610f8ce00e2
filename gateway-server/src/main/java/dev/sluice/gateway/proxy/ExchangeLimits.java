package dev.sluice.gateway.proxy;

import dev.sluice.gateway.enforce.BodyMemory;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Counts the exchanges under way in the whole gateway, and says when it takes no more: at its limit, or when it
 * stops.
 */
public final class ExchangeLimits {

    private final int most;
    private final BodyMemory memory;
    private final AtomicInteger underWay = new AtomicInteger();
    private volatile boolean stopping;
    private volatile boolean cutting;

    /** @param most exchanges under way @param memory what those hold; where it is full no exchange begins */
    public ExchangeLimits(int most, BodyMemory memory) {
        this.most = most;
        this.memory = memory;
    }

    /** Takes a place. False if there is none; then nothing is to be given back. */
    boolean enter() {
        if (underWay.incrementAndGet() > most || memory.full()) {
            underWay.decrementAndGet();
            return false;
        }
        return true;
    }

    void leave() {
        underWay.decrementAndGet();
    }

    public int underWay() {
        return underWay.get();
    }

    /** From now on connections end with their exchange, and no new exchange begins. */
    public void stop() {
        stopping = true;
    }

    /** From now on whoever is cut off is so by the gateway. */
    public void cut() {
        cutting = true;
    }

    boolean cutting() {
        return cutting;
    }

    public boolean stopping() {
        return stopping;
    }
}
