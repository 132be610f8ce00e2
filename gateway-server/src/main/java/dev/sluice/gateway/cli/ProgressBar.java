package dev.sluice.gateway.cli;

import java.io.Closeable;
import java.util.Locale;

/** How far a long run is, redrawn in one line of a person's terminal, and silent everywhere else. */
final class ProgressBar implements Closeable {

    private static final long STEP_NANOS = 200_000_000;
    private static final int WIDTH = 40;
    private static final double MEGABYTE = 1e6;

    private final Terminal terminal;
    private final long size;
    private final long began = System.nanoTime();
    private long drawn = began;
    private boolean visible;

    private ProgressBar(Terminal terminal, long size) {
        this.terminal = terminal;
        this.size = size;
    }

    /** @param size in bytes, or -1 if it is not known */
    static ProgressBar on(Terminal terminal, long size) {
        return new ProgressBar(terminal, size);
    }

    /** @param read bytes so far */
    void reached(long read) {
        long now = System.nanoTime();
        if (!terminal.interactive() || now - drawn < STEP_NANOS) {
            return;
        }
        drawn = now;
        visible = true;
        double speed = read / MEGABYTE / ((now - began) / 1e9);
        String pace = String.format(Locale.ROOT, "%8.1f MB  %6.0f MB/s", read / MEGABYTE, speed);
        terminal.err().print("\r" + (size > 0 ? bar(read) + " " : "") + pace);
        terminal.err().flush();
    }

    private String bar(long read) {
        int full = (int) Math.min(WIDTH, read * WIDTH / size);
        return "[" + "#".repeat(full) + " ".repeat(WIDTH - full) + "] " + Math.min(100, read * 100 / size) + " %";
    }

    @Override
    public void close() {
        if (visible) {
            terminal.err().print("\r" + " ".repeat(WIDTH * 2) + "\r");
            terminal.err().flush();
        }
    }
}
