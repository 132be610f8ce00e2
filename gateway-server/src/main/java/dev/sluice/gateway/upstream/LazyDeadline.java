package dev.sluice.gateway.upstream;

import io.netty.util.concurrent.EventExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A deadline that is moved far more often than it is missed: moving it is a field's write, and at most one timer is
 * pending, which looks at the field when it fires. All calls on one event loop.
 */
public final class LazyDeadline {

    private static final long NONE = Long.MAX_VALUE;

    private final EventExecutor loop;
    private final long origin = System.nanoTime();
    private long due = NONE;
    private long timerAt = NONE;
    private @Nullable Runnable missed;

    public LazyDeadline(EventExecutor loop) {
        this.loop = loop;
    }

    /** Calls {@code whenMissed} after {@code nanos} unless the deadline is moved or cleared before. */
    public void set(long nanos, Runnable whenMissed) {
        long now = now();
        due = now + nanos;
        missed = whenMissed;
        if (timerAt == NONE || timerAt > due) {
            arm(now);
        }
    }

    public void clear() {
        due = NONE;
        missed = null;
    }

    private void arm(long now) {
        long at = due;
        timerAt = at;
        loop.schedule(() -> fired(at), at - now, TimeUnit.NANOSECONDS);
    }

    private void fired(long at) {
        if (at != timerAt) {
            return;
        }
        timerAt = NONE;
        if (due == NONE) {
            return;
        }
        long now = now();
        if (now < due) {
            arm(now);
            return;
        }
        Runnable call = missed;
        clear();
        if (call != null) {
            call.run();
        }
    }

    private long now() {
        return System.nanoTime() - origin;
    }
}
