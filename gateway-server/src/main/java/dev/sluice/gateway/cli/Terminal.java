package dev.sluice.gateway.cli;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * What a command talks to: data in, data out, and a stream for people.
 *
 * @param in data, read as bytes
 * @param out data, written as bytes: a filtered document or a report
 * @param err everything that is said about it; never a value of the data
 * @param interactive whether a person watches {@code err}: a progress bar and colours make sense
 */
record Terminal(InputStream in, OutputStream out, PrintStream err, boolean interactive) {

    private static final int WIDTH = 120;

    static Terminal ofProcess() {
        boolean interactive = System.console() != null && System.getenv("NO_COLOR") == null;
        return new Terminal(
                new FileInputStream(FileDescriptor.in),
                new FileOutputStream(FileDescriptor.out),
                new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8),
                interactive);
    }

    /** How many characters of a line a person sees; no bound where nobody watches. */
    int width() {
        if (!interactive) {
            return Integer.MAX_VALUE;
        }
        String columns = Objects.requireNonNullElse(System.getenv("COLUMNS"), "");
        return columns.matches("[1-9][0-9]{1,3}") ? Integer.parseInt(columns) : WIDTH;
    }

    /** A printer of text on {@code out}. The caller flushes it; a {@link Refusal} if that cannot be. */
    PrintStream print() {
        return new PrintStream(new WholeOutput(out), false, StandardCharsets.UTF_8);
    }
}
