package dev.sluice.gateway.cli;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where a document comes from.
 *
 * @param size in bytes, or -1 if it is not known before the end
 */
record DocumentInput(InputStream stream, long size) implements Closeable {

    /** @param file null for stdin */
    static DocumentInput open(@Nullable Path file, Terminal terminal) {
        if (file == null) {
            return new DocumentInput(terminal.in(), -1);
        }
        if (Files.isDirectory(file)) {
            throw new Refusal("`" + file + "` is a directory (expected: a file)");
        }
        try {
            return new DocumentInput(Files.newInputStream(file), Files.size(file));
        } catch (IOException e) {
            throw new Refusal("cannot read `" + file + "` (expected: a file)");
        }
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
