package dev.sluice.gateway.cli;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;

/**
 * Where a filtered document goes. A file is written beside its place and moved there when it is complete: nobody ever
 * finds half a document under its name. A link stays one: what it leads to is replaced.
 */
final class DocumentOutput implements Closeable {

    private static final int BUFFER = 64 * 1024;

    private final OutputStream stream;
    private final @Nullable Path unfinished;
    private final @Nullable Path file;

    private DocumentOutput(OutputStream stream, @Nullable Path unfinished, @Nullable Path file) {
        this.stream = stream;
        this.unfinished = unfinished;
        this.file = file;
    }

    /** @param file null for stdout */
    static DocumentOutput open(@Nullable Path file, Terminal terminal) {
        if (file == null) {
            return new DocumentOutput(new BufferedOutputStream(new WholeOutput(terminal.out()), BUFFER), null, null);
        }
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new Refusal(
                    "`" + file + "` is no regular file (expected: a file, or nothing there)",
                    "without `-o` the output goes to stdout, which can be sent anywhere");
        }
        try {
            Path place = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
            Path directory = place.getParent();
            Path unfinished = Files.createTempFile(directory, "." + place.getFileName(), ".part");
            return new DocumentOutput(
                    new BufferedOutputStream(Files.newOutputStream(unfinished), BUFFER), unfinished, place);
        } catch (IOException e) {
            throw new Refusal("cannot write `" + file + "`", "does its directory exist, and may you write there?");
        }
    }

    OutputStream stream() {
        return stream;
    }

    /** All was written: a file appears in its place. */
    void complete() throws IOException {
        stream.flush();
        if (unfinished != null && file != null) {
            stream.close();
            try {
                Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    @Override
    public void close() throws IOException {
        if (unfinished == null) {
            stream.flush();
        } else {
            stream.close();
            Files.deleteIfExists(unfinished);
        }
    }
}
