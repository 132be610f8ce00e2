package dev.sluice.policy.repository;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Looks at files again and again and tells when they changed and came to rest. It looks instead of being told by the
 * system: that is the same for links that are swapped, for mounts and for network file systems.
 */
public final class FileWatch implements AutoCloseable {

    private final Supplier<FileMarks> look;
    private final Duration pause;
    private final Runnable changed;
    private final CountDownLatch closed = new CountDownLatch(1);

    private FileWatch(Supplier<FileMarks> look, Duration pause, Runnable changed) {
        this.look = look;
        this.pause = pause;
        this.changed = changed;
    }

    /**
     * Starts to look.
     *
     * @param seen what was seen before the files were read for the first time
     * @param pause between two looks; files are at rest when two looks in a row are the same
     * @param changed called on the watch's own thread; must not throw
     */
    public static FileWatch start(Supplier<FileMarks> look, FileMarks seen, Duration pause, Runnable changed) {
        FileWatch watch = new FileWatch(look, pause, changed);
        Thread thread = new Thread(() -> watch.watch(seen), "file-watch");
        thread.setDaemon(true);
        thread.start();
        return watch;
    }

    private void watch(FileMarks first) {
        FileMarks told = first;
        FileMarks before = first;
        try {
            while (!closed.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                FileMarks now = look.get();
                if (now.equals(before) && !now.equals(told)) {
                    told = now;
                    changed.run();
                }
                before = now;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Stops to look. A change that is being told is told to its end. */
    @Override
    public void close() {
        closed.countDown();
    }
}
