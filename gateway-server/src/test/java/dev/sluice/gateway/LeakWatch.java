package dev.sluice.gateway;

import io.netty.buffer.PooledByteBufAllocator;
import io.netty.util.ResourceLeakDetector;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestPlan;

/**
 * Ends the JVM of the tests with an error if a buffer leaked in one of them. Netty only logs a leak; a log line fails no
 * build. Netty finds {@link Detector} by the system property {@code io.netty.customResourceLeakDetector}, JUnit finds
 * this class as a service.
 */
public final class LeakWatch implements TestExecutionListener {

    private static final AtomicInteger LEAKS = new AtomicInteger();
    private static final int LEAKED = 70;

    @Override
    public void testPlanExecutionFinished(TestPlan plan) {
        for (int round = 0; round < 3; round++) {
            System.gc();
            pause();
            // An allocation makes the detector look at what was collected.
            PooledByteBufAllocator.DEFAULT.directBuffer(16).release();
        }
        if (LEAKS.get() > 0) {
            System.err.println(LEAKS.get() + " buffers leaked, see the log above");
            System.err.flush();
            Runtime.getRuntime().halt(LEAKED);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Netty's detector, which also counts. */
    public static final class Detector<T> extends ResourceLeakDetector<T> {

        @SuppressWarnings("deprecation") // The constructors that Netty calls by reflection are all deprecated.
        public Detector(Class<T> resourceType, int samplingInterval) {
            super(resourceType, samplingInterval);
        }

        @SuppressWarnings("deprecation")
        public Detector(Class<?> resourceType, int samplingInterval, long maxActive) {
            super(resourceType, samplingInterval, maxActive);
        }

        @Override
        protected void reportTracedLeak(String resourceType, String records) {
            LEAKS.incrementAndGet();
            super.reportTracedLeak(resourceType, records);
        }

        @Override
        protected void reportUntracedLeak(String resourceType) {
            LEAKS.incrementAndGet();
            super.reportUntracedLeak(resourceType);
        }
    }
}
