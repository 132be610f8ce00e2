package dev.sluice.gateway.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Says which state directory cannot be used, and why. */
final class UnusableState {

    private UnusableState() {}

    /** @param begins what follows from it, or nothing */
    static Refusal refusal(String begins, @Nullable Path state, IOException cause) {
        return new Refusal(
                begins + "the state directory `" + state + "` cannot be used: " + reason(cause)
                        + " (expected: a directory in which the gateway may read and write)",
                "`state:` in the gateway's file names it");
    }

    private static String reason(IOException cause) {
        if (cause instanceof AccessDeniedException) {
            return "that is not permitted";
        }
        if (cause instanceof FileAlreadyExistsException) {
            return "a file stands in its place";
        }
        return "it cannot be made, read or written";
    }
}
