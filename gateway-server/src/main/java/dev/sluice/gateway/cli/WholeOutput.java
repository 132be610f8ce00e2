package dev.sluice.gateway.cli;

import java.io.IOException;
import java.io.OutputStream;

/**
 * Standard output of which no byte is lost in silence: whoever reads it may close it early, as {@code head} does, and a disk
 * may be full. That is no fault of the program, and what was asked for is not there.
 */
final class WholeOutput extends OutputStream {

    private final OutputStream stream;

    WholeOutput(OutputStream stream) {
        this.stream = stream;
    }

    @Override
    public void write(int one) {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
        try {
            stream.write(bytes, from, length);
        } catch (IOException e) {
            throw closed();
        }
    }

    @Override
    public void flush() {
        try {
            stream.flush();
        } catch (IOException e) {
            throw closed();
        }
    }

    private static Refusal closed() {
        return new Refusal("the output cannot be written to its end", "was it closed early, or is the disk full?");
    }
}
