package dev.sluice.gateway.enforce;

import java.util.concurrent.atomic.AtomicLong;

/** How much the whole gateway holds of bodies that are under way. Shared by all event loops. */
public final class BodyMemory {

    private final long most;
    private final AtomicLong held = new AtomicLong();

    /** @param most bytes */
    public BodyMemory(long most) {
        this.most = most;
    }

    /** Whether nothing more should begin. */
    public boolean full() {
        return held.get() >= most;
    }

    /** Counts that so much more is held, or less. Returns whether there is room for it; it is counted all the same. */
    boolean add(long bytes) {
        return held.addAndGet(bytes) <= most || bytes <= 0;
    }
}
