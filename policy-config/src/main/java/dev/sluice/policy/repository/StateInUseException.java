package dev.sluice.policy.repository;

import java.nio.file.Path;

/** Another process has the state directory. */
public final class StateInUseException extends Exception {

    private static final long serialVersionUID = 1L;

    StateInUseException(Path directory) {
        super("the state directory `" + directory + "` is in use by another process");
    }
}
