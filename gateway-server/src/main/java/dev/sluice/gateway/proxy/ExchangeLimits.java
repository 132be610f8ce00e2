package dev.sluice.gateway.proxy;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Counts the exchanges under way in the whole gateway, and says when it takes no more: at its limit, or when it
 * stops.
 */
public final class ExchangeLimits {

    private final int most;
    private final AtomicInteger underWay = new AtomicInteger();
    private volatile boolean stopping;

    public ExchangeLimits(int most) {
        this.most = most;
    }

    /** Takes a place. False if there is none; then nothing is to be given back. */
    boolean enter() {
        if (underWay.incrementAndGet() > most) {
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

    public boolean stopping() {
        return stopping;
    }
}
